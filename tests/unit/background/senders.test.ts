import { describe, expect, test, vi } from 'vitest';
import {
  kindOf,
  onlyForSenders,
  type SenderKind,
} from '../../../entrypoints/background/senders.ts';
import type { BackgroundProtocol } from '../../../lib/messaging/protocol.ts';

const OWN = 'extension://waymark/';
const HERE = 'https://www.elidedbranches.com/2015/03/one.html';
const ADDED = 'https://added.example/on-teams';
const ELSEWHERE = 'https://www.example.com/2015/03/one.html';

/** As the browser tells who sends. */
const SENDERS = {
  page: { url: `${OWN}library.html?view=bin` },
  editor: { url: `${OWN}editor.html#some-id`, frameId: 7, tab: { id: 1, url: HERE } },
  blog: { url: `${HERE}?m=1`, tab: { id: 1 } },
} as Record<SenderKind, object>;

/** Who may ask what: whoever is not named may not. */
const ALLOWED: Record<keyof BackgroundProtocol, SenderKind[]> = {
  listAnnotations: ['blog'],
  saveAnnotation: ['blog', 'page'],
  deleteAnnotation: ['blog'],
  restoreAnnotation: ['blog'],
  saveTarget: ['blog'],
  saveColour: ['blog'],
  saveKind: ['blog'],
  saveAction: ['blog'],
  saveStates: ['blog'],
  savePosts: ['blog'],
  notePostOpened: ['blog'],
  listShortcuts: ['blog'],
  readColourNames: ['blog', 'editor'],
  openNote: ['editor'],
  saveNote: ['editor'],
  saveDraft: ['editor'],
  discardDraft: ['editor'],
  listTags: ['editor'],
  fitFrame: ['editor'],
  closeEditor: ['editor'],
  announceChange: ['page'],
  showAnnotation: ['page'],
  refreshPosts: ['page'],
  cancelRefresh: ['page'],
  renewRelated: ['page'],
  listRelatedNotes: ['page'],
  syncNow: ['page'],
  stopSync: ['page'],
};
type Name = keyof BackgroundProtocol;
const NAMES = Object.keys(ALLOWED) as Name[];

/** What is asked about something of a post, under the id of an annotation of another. */
const about = (source: string, id = 'here'): Partial<Record<Name, unknown>> => ({
  listAnnotations: [source],
  saveAnnotation: { id, target: { source } },
  deleteAnnotation: id,
  restoreAnnotation: id,
  saveTarget: { id, target: { source } },
  saveColour: { id, colour: 'green' },
  saveKind: { id, kind: 'question' },
  saveAction: { id, action: {} },
  saveStates: { [id]: { state: 'exact' } },
  savePosts: [{ permalink: source }],
  openNote: id,
  saveNote: { id },
  saveDraft: { id },
  discardDraft: { id },
});

/** Ask, and say whether it was done. */
async function ask(name: Name, sender: object, argument: unknown = about(HERE)[name]) {
  const done = vi.fn();
  const handler = { parse: (value: unknown) => value as never, handle: done };
  const sources = new Map([
    ['here', HERE],
    ['elsewhere', ELSEWHERE],
    ['added', ADDED],
  ]);
  const guarded = onlyForSenders(
    Object.fromEntries(NAMES.map((each) => [each, handler])) as never,
    {
      ownUrl: OWN,
      listSources: async (ids) => ids.map((id) => sources.get(id)),
      isOnAddedSite: async (url) => url.startsWith('https://added.example/'),
    },
  );
  const { parse, handle } = guarded[name];
  await Promise.resolve(handle(parse(argument) as never, sender as never)).catch(() => {});
  return done.mock.calls.length === 1;
}

describe.each(NAMES)('%s', (name) => {
  test.each(Object.keys(SENDERS) as SenderKind[])(
    'is or is not for one of kind “%s”',
    async (kind) => {
      expect(await ask(name, SENDERS[kind])).toBe(ALLOWED[name].includes(kind));
    },
  );

  test.each([
    ['another site', { url: ELSEWHERE, tab: { id: 1 } }],
    [
      'a look-alike of the blog',
      { url: 'https://elidedbranches.com.evil.example/', tab: { id: 1 } },
    ],
    ['another extension', { url: 'extension://other/library.html' }],
    ['one that has Waymark’s address in its own', { url: `https://evil.example/?${OWN}` }],
    ['nobody', {}],
  ])('is not for %s', async (_, sender) => {
    expect(await ask(name, sender)).toBe(false);
  });
});

describe('a content script', () => {
  const names = (Object.keys(about(HERE)) as Name[]).filter((name) =>
    ALLOWED[name].includes('blog'),
  );

  test.each(names)(
    'reaches what is on its own site by %s, under any of its names',
    async (name) => {
      const former = { url: 'http://whilefalse.blogspot.com/2015/03/one.html', tab: { id: 1 } };
      expect(await ask(name, SENDERS.blog)).toBe(true);
      expect(await ask(name, former)).toBe(true);
    },
  );

  const posts = ['listAnnotations', 'saveAnnotation', 'saveTarget', 'savePosts'] as const;
  test.each(posts)('does not reach a post of another site by %s', async (name) => {
    expect(await ask(name, SENDERS.blog, about(ELSEWHERE)[name])).toBe(false);
  });

  test('cannot hide another site’s post among its own', async () => {
    expect(await ask('listAnnotations', SENDERS.blog, [HERE, ELSEWHERE])).toBe(false);
  });

  test.each(names.filter((name) => !['listAnnotations', 'savePosts'].includes(name)))(
    'does not reach an annotation of another site by its id with %s',
    async (name) => {
      expect(await ask(name, SENDERS.blog, about(HERE, 'elsewhere')[name])).toBe(false);
    },
  );

  test('may ask about an annotation there is not: a deletion that comes twice', async () => {
    expect(await ask('deleteAnnotation', SENDERS.blog, 'nowhere')).toBe(true);
  });

  test('has no request that deletes, or lists, more than it names', () => {
    const forBlog = NAMES.filter((name) => ALLOWED[name].includes('blog'));
    expect(forBlog.filter((name) => /^(?:delete|erase|purge|list)/.test(name))).toEqual([
      'listAnnotations',
      'deleteAnnotation',
      'listShortcuts',
    ]);
  });
});

describe('on a site that the reader has added', () => {
  const there = { url: `${ADDED}?m=1`, tab: { id: 1 } };

  test.each(NAMES)('%s is for its content scripts as for the blog’s', async (name) => {
    expect(await ask(name, there, about(ADDED, 'added')[name])).toBe(
      ALLOWED[name].includes('blog'),
    );
  });

  test.each(['listAnnotations', 'saveAnnotation', 'saveTarget', 'savePosts'] as const)(
    'no post of the blog is reached by %s, and none of another site’s',
    async (name) => {
      expect(await ask(name, there, about(HERE)[name])).toBe(false);
      expect(await ask(name, there, about(ELSEWHERE)[name])).toBe(false);
    },
  );

  test('no annotation of the blog’s is reached by its id', async () => {
    expect(await ask('deleteAnnotation', there, 'here')).toBe(false);
  });

  test('another host of the same domain is another site', async () => {
    const other = { url: 'https://www.added.example/on-teams', tab: { id: 1 } };
    expect(await ask('listShortcuts', other)).toBe(false);
  });
});

describe('the note editor in a frame', () => {
  const notes = ['openNote', 'saveNote', 'saveDraft', 'discardDraft'] as const;
  const within = (url?: string) => ({
    url: `${OWN}editor.html#some-id`,
    frameId: 7,
    tab: { id: 1, ...(url !== undefined && { url }) },
  });

  test.each(notes)('reaches notes on the site around it by %s, and no others', async (name) => {
    expect(await ask(name, within(ADDED), about(ADDED, 'added')[name])).toBe(true);
    expect(await ask(name, within(ADDED), about(HERE, 'here')[name])).toBe(false);
    expect(await ask(name, within(HERE), about(ADDED, 'added')[name])).toBe(false);
  });

  test.each(NAMES)('gets nothing by %s on a site that was not added', async (name) => {
    expect(await ask(name, within(ELSEWHERE))).toBe(false);
    expect(await ask(name, within())).toBe(false);
  });
});

test('a page is known by where it lies, and a script by having a tab on the blog', () => {
  expect(kindOf({ url: `${OWN}popup.html` }, OWN)).toBe('page');
  expect(kindOf({ url: `${OWN}editor.html#glance/id` }, OWN)).toBe('editor');
  expect(kindOf({ url: HERE, tab: {} } as never, OWN)).toBe('blog');
  expect(kindOf({ url: HERE }, OWN)).toBeUndefined();
});
