import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTags } from '../../../lib/annotation/changes.ts';
import { toGroupId } from '../../../lib/sync/group-documents.ts';
import { forgetGroup } from '../../../lib/sync/group-rows.ts';
import { MOST_NOTES } from '../../../lib/sync/group-take-in.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { anAnnotation, permalinkOf, writeNote } from '../storage/fresh-database.ts';
import { createMember, type Member } from './member.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

async function twoMembers(passphrase?: string): Promise<[Member, Member, string]> {
  const address = await couch.createDatabase();
  const one = await createMember(couch, address, 'Ada', passphrase);
  const other = await createMember(couch, address, 'Grace', passphrase);
  return [one, other, new URL(address).pathname];
}

const bothSync = async (one: Member, other: Member) => {
  await one.sync();
  await other.sync();
};

describe('in a reading group', () => {
  test.each([undefined, 'a passphrase of the group'])(
    'what one shares stands with the other under their name, and goes again (passphrase: %s)',
    async (passphrase) => {
      const [ada, grace] = await twoMembers(passphrase);
      const annotation = withTags(anAnnotation({ note: 'A thought.' }), ['mine alone']);
      await ada.annotations.save(anAnnotation({ note: 'Not for others.' }));
      await ada.share(annotation);
      expect(await ada.sync()).toMatchObject({ sent: 1, received: 0 });
      expect(await grace.sync()).toMatchObject({ sent: 0, received: 1 });
      const view = await grace.group.find(permalinkOf('one'));
      expect(view?.notes).toMatchObject([
        { author: 'Ada', annotation: { id: annotation.id, body: { value: 'A thought.' } } },
      ]);
      expect(JSON.stringify(await grace.others())).not.toContain('mine alone');
      expect(await grace.annotations.listAll()).toEqual([]);

      await writeNote(ada.annotations, annotation.id, 'A second thought.');
      await bothSync(ada, grace);
      expect(await grace.others()).toEqual(await ada.shares());
      expect(JSON.stringify(await grace.others())).toContain('A second thought.');
      // Neither has anything to say after that.
      expect(await ada.sync()).toMatchObject({ sent: 0, received: 0 });
      expect(await grace.sync()).toMatchObject({ sent: 0, received: 0 });

      await ada.group.share(annotation.id, false);
      await bothSync(ada, grace);
      expect(await grace.others()).toEqual([]);
      expect(await ada.annotations.find(annotation.id)).toBeDefined();
      expect(await ada.database.shared.count()).toBe(0);
    },
  );

  test('what is deleted is withdrawn, and back when it comes out of the bin', async () => {
    const [ada, grace] = await twoMembers();
    const annotation = anAnnotation({ note: 'A thought.' });
    await ada.share(annotation);
    await bothSync(ada, grace);
    await ada.annotations.delete(annotation.id);
    await bothSync(ada, grace);
    expect(await grace.others()).toEqual([]);
    await ada.annotations.restore(annotation.id);
    await bothSync(ada, grace);
    expect(await grace.others()).toHaveLength(1);
  });

  test('two who share the same annotation write over nothing of one another', async () => {
    const [ada, grace] = await twoMembers();
    const annotation = anAnnotation({ note: 'As it was given away.' });
    await ada.share(annotation);
    await grace.share(annotation);
    await bothSync(ada, grace);
    await writeNote(grace.annotations, annotation.id, 'As Grace has it.');
    await bothSync(grace, ada);
    await bothSync(grace, ada);
    expect(await ada.others()).toEqual(await grace.shares());
    expect(await grace.others()).toEqual(await ada.shares());
    expect(await ada.annotations.find(annotation.id)).toEqual(annotation);
    // It stands among Ada's own notes: there it is not shown once more.
    expect((await ada.group.find(permalinkOf('one')))?.notes).toEqual([]);
  });

  test('with a passphrase the server reads neither notes nor names', async () => {
    const [ada, , path] = await twoMembers('a passphrase of the group');
    await ada.share(anAnnotation({ note: 'For the group alone.' }));
    await ada.sync();
    const { json } = await couch.ask('GET', `${path}/_all_docs?include_docs=true`);
    expect(JSON.stringify(json)).toContain(ada.member);
    expect(JSON.stringify(json)).not.toMatch(/For the group|Ada/);
  });

  test('who is in it is decided by the server, and somebody who is not is told so', async () => {
    const [ada, , path] = await twoMembers();
    const security = { admins: { names: ['nobody'] }, members: { names: ['somebody else'] } };
    expect((await couch.ask('PUT', `${path}/_security`, security)).status).toBe(200);
    const stranger = await couch.createUser('stranger', 'a word');
    const outside = await createMember(stranger, ada.config.address, 'Mallory');
    await expect(outside.sync()).rejects.toMatchObject({ fault: 'forbidden' });
    const guessing = await createMember(
      { ...stranger, password: 'guessed' },
      ada.config.address,
      'Mallory',
    );
    await expect(guessing.sync()).rejects.toMatchObject({ fault: 'password' });
  });
});

describe('a hostile member', () => {
  /** One of Ada's, which Grace has got. */
  const aSharedNote = async () => {
    const [ada, grace, path] = await twoMembers();
    const annotation = anAnnotation({ note: 'My words.' });
    await ada.share(annotation);
    await bothSync(ada, grace);
    return { ada, grace, path, annotation, id: toGroupId(annotation.id, ada.member) };
  };
  const documentOf = async (path: string, id: string) =>
    (await couch.ask('GET', `${path}/${id}`)).json as Record<string, unknown>;

  test('who writes over a document has it written over again, and changes nothing of its author’s', async () => {
    const { ada, grace, path, annotation, id } = await aSharedNote();
    const before = await documentOf(path, id);
    const forged = {
      ...annotation,
      body: { ...annotation.body, value: 'Words put in her mouth.' },
    };
    await couch.ask('PUT', `${path}/${id}`, { ...before, annotation: forged });
    await bothSync(ada, grace);
    expect(await ada.annotations.find(annotation.id)).toEqual(annotation);
    expect(await grace.others()).toEqual(await ada.shares());
  });

  test('who writes over one as a later Waymark would does not have its author stop', async () => {
    const { ada, path, id } = await aSharedNote();
    await couch.ask('PUT', `${path}/${id}`, { ...(await documentOf(path, id)), version: 99 });
    expect(await ada.sync()).toMatchObject({ newer: 0, foreign: 0, sent: 1 });
  });

  test('who deletes a document does not delete it for long', async () => {
    const { ada, grace, path, id } = await aSharedNote();
    await couch.ask('DELETE', `${path}/${id}?rev=${(await documentOf(path, id))._rev}`);
    await bothSync(ada, grace);
    expect(await grace.others()).toEqual(await ada.shares());
    expect(await ada.sync()).toMatchObject({ sent: 0 });
  });

  test('who puts something under a member’s name that was never shared has it withdrawn', async () => {
    const [ada, grace, path] = await twoMembers();
    const { id } = anAnnotation();
    const author = { name: 'Ada' };
    const annotation = anAnnotation({ note: 'Never said.' });
    const document = { version: 1, author, annotation: { ...annotation, id } };
    await couch.ask('PUT', `${path}/${toGroupId(id, ada.member)}`, document);
    await grace.sync();
    expect(await grace.others()).toHaveLength(1);
    await bothSync(ada, grace);
    expect(await grace.others()).toEqual([]);
    expect(await ada.annotations.listAll()).toEqual([]);
  });

  test('whose documents are not Waymark’s is left alone, and what stood there goes', async () => {
    const { grace, path, id } = await aSharedNote();
    await couch.ask('PUT', `${path}/${id}`, { ...(await documentOf(path, id)), extra: 1 });
    await couch.ask('PUT', `${path}/something`, { version: 1, hello: true });
    const unknown = toGroupId(anAnnotation().id, 'f'.repeat(32));
    await couch.ask('PUT', `${path}/${unknown}`, { version: 99 });
    expect(await grace.sync()).toMatchObject({ received: 0, foreign: 1, newer: 1 });
    expect(await grace.others()).toEqual([]);
  });
});

test('who fills the database does not fill the reader’s library', async () => {
  const [ada, grace] = await twoMembers();
  const member = 'e'.repeat(32);
  const annotation = anAnnotation();
  await grace.database.groupNotes.bulkPut(
    Array.from({ length: MOST_NOTES }, (_, at) => ({
      id: `${at}.${member}`,
      author: 'Mallory',
      annotation,
    })),
  );
  await ada.share(anAnnotation({ note: 'One too many.' }));
  await ada.sync();
  expect(await grace.sync()).toMatchObject({ received: 0, foreign: 1 });
  expect(await grace.database.groupNotes.count()).toBe(MOST_NOTES);
  expect((await grace.group.find(permalinkOf('one')))?.notes).toHaveLength(200);
});

describe('who changes their mind while a run is under way', () => {
  /** Do something while a request is under way, once its answer is there. */
  const during = (request: string, act: () => Promise<unknown>) => {
    const fetching: typeof fetch = async (input, options) => {
      const response = await fetch(input, options);
      if (String(input).includes(request)) await act();
      return response;
    };
    return { fetch: fetching };
  };

  test('and shares again what was being withdrawn goes on sharing it', async () => {
    const [ada, grace] = await twoMembers();
    const annotation = anAnnotation({ note: 'After all.' });
    await ada.share(annotation);
    await bothSync(ada, grace);
    await ada.group.share(annotation.id, false);
    await ada.sync(during('_bulk_docs', () => ada.group.share(annotation.id, true)));
    await bothSync(ada, grace);
    expect(await grace.others()).toEqual(await ada.shares());
    expect(await grace.others()).toHaveLength(1);
  });

  test('and leaves keeps nothing of the group’s', async () => {
    const [ada, grace] = await twoMembers();
    await ada.share(anAnnotation({ note: 'For those who are in.' }));
    await ada.sync();
    const leaving = grace.sync(during('_changes', () => forgetGroup(grace.database)));
    await expect(leaving).rejects.toMatchObject({ fault: 'erased' });
    expect(await grace.database.groupNotes.count()).toBe(0);
    expect(await grace.database.groupState.count()).toBe(0);
  });
});

describe('what was missed', () => {
  test('is made good when everything is compared: a server that has lost all', async () => {
    const [ada, grace, path] = await twoMembers();
    await ada.share(anAnnotation({ note: 'One.' }));
    await grace.share(anAnnotation({ note: 'Two.' }));
    await bothSync(ada, grace);
    await ada.sync();
    await couch.ask('DELETE', path);
    await couch.ask('PUT', path);
    expect(await ada.sync({ isThorough: true })).toMatchObject({ sent: 1 });
    expect(await ada.others()).toEqual([]);
    await grace.sync({ isThorough: true });
    await ada.sync({ isThorough: true });
    expect(await ada.others()).toEqual(await grace.shares());
    expect(await grace.others()).toEqual(await ada.shares());
  });
});
