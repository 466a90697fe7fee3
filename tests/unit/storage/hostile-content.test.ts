import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { planFile, toBeWritten } from '../../../entrypoints/library/plan-file.ts';
import { noteOf } from '../../../lib/annotation/annotation.ts';
import { withFormerNote } from '../../../lib/annotation/former-notes.ts';
import { toTags } from '../../../lib/annotation/tags.ts';
import { parseWaymarkJson } from '../../../lib/exchange/waymark-json.ts';
import { toNoteDocument } from '../../../lib/search/note-document.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { anAnnotation, freshName } from './fresh-database.ts';
import { createRig } from './model/rig.ts';

/** One for each way in which scripts differ: direction, marks, case, width, composed signs. */
const SCRIPTS = [
  'Größe, naïve façade, İstanbul ıĞğ, ﬁne',
  'Ελληνικά ὈΔΥΣΣΕΎΣ',
  'Кириллица и нотатка',
  'עברית עם נִקּוּד',
  'العربية مع تشكيلٍ ‏(يمين)‏',
  'हिन्दी में टिप्पणी',
  'ภาษาไทยไม่มีช่องว่าง',
  '日本語のメモ、ｶﾀｶﾅ、全角ＡＢＣ',
  '한국어 메모 각 각',
  '中文笔记𠮷',
  '👩🏽‍🚀 🏳️‍🌈 🇩🇪',
  'z̸̢̛a̷l̶g̵o̴',
  '\u202Eright to left\u202C, \u200B\u2060\uFEFF nothing, \u2028line',
  'NUL \0, bell \u0007, escape \u001b, \uFFFF',
];

/** Any text at all: half characters too, which no file in UTF-8 can hold as they are. */
const anyText = fc.oneof(
  fc.constantFrom(...SCRIPTS),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('\ud83d', '\ude80 and \ud83d', '__proto__', '</script>', '"\\u0000', ']]>'),
);

/** Save as a reader does: by way of the editor, whose messages are JSON. */
async function savedIn(rig: Awaited<ReturnType<typeof createRig>>, note: string, tags: string[]) {
  const { annotations, background, database } = rig.context;
  const annotation = anAnnotation();
  await annotations.save(annotation);
  const opened = await background.openNote(annotation.id);
  if (!opened) throw new Error('It was not opened');
  const { writing, beginning } = opened;
  await background.saveDraft({ id: annotation.id, writing: { ...writing, note, tags }, beginning });
  const draft = await background.openNote(annotation.id);
  expect(draft?.writing.note).toBe(note);
  await background.saveNote({ id: annotation.id, writing: { ...writing, note, tags }, beginning });
  const stored = await database.annotations.get(annotation.id);
  if (!stored) throw new Error('It was not saved');
  return stored;
}

/** Write a file, bring it to another browser as bytes, and import it there. */
async function carried(from: Awaited<ReturnType<typeof createRig>>) {
  const bytes = new TextEncoder().encode(await from.context.exportAll());
  const { annotations, ...surroundings } = parseWaymarkJson(new TextDecoder().decode(bytes));
  const to = await createRig(freshName());
  const head = { format: 'waymark', refused: [], surroundings, annotations } as never;
  const plan = await planFile(head, to.context.library);
  await to.context.imports.write(toBeWritten(plan));
  return to;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('whatever is written', () => {
  test('is saved, read, exported and imported as it was, to the last half character', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(anyText, { maxLength: 3 }), anyText, async (...texts) => {
        const [note, tags, former] = texts;
        const short = tags.map((tag) => tag.slice(0, 100));
        const rig = await createRig(freshName());
        const stored = await savedIn(rig, note, short);
        expect(noteOf(stored)).toBe(note.trim() === '' ? '' : note);
        expect(stored.tags ?? []).toEqual(toTags(short));
        if (former) await rig.context.database.annotations.put(withFormerNote(stored, former));
        const kept = await rig.context.library.read();
        const there = await carried(rig);
        expect(await there.context.library.read()).toEqual(kept);
        rig.context.kill();
        there.context.kill();
      }),
      { numRuns: 60 },
    );
  });

  test.each(SCRIPTS)('is found by its words, in whatever script: %j', async (note) => {
    const document = toNoteDocument(anAnnotation({ note }));
    const search = createSearch([document, toNoteDocument(anAnnotation({ note: 'Other.' }))]);
    const word = note.split(/[\s,.、()]+/u).find((one) => /\p{L}{2}|\p{So}/u.test(one)) ?? note;
    expect(search.find(parseQuery(word))).toEqual([document]);
  });

  test('may be a megabyte long', async () => {
    const note = `${'Ein Absatz über Führung. '.repeat(42_000)}\n\nunmistakable`;
    expect(note.length).toBeGreaterThan(2 ** 20);
    const rig = await createRig(freshName());
    const stored = await savedIn(rig, note, []);
    expect(noteOf(stored)).toBe(note);
    const there = await carried(rig);
    const [read] = await there.context.annotations.listAll();
    expect(read && noteOf(read)).toBe(note);
    const search = createSearch([toNoteDocument(stored)]);
    expect(search.find(parseQuery('unmistakable'))).toHaveLength(1);
  });
});

describe('when the clock is set back', () => {
  const at = (hour: number) => vi.setSystemTime(Date.UTC(2026, 0, 1, hour));

  test('after an export, all that is done from then on is new since', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(12);
    const { context } = await createRig(freshName());
    const { annotations, bulk, imports, database } = context;
    const [old, other, binned] = [anAnnotation(), anAnnotation(), anAnnotation()];
    for (const one of [old, other, binned]) await annotations.save(one);
    const last = new Date().toISOString();
    await database.settings.put({
      key: 'lastExports',
      value: { 'commonmark file': last, 'csv file': '2025-01-01T00:00:00.000Z' },
    });
    at(9);
    const made = anAnnotation({ created: new Date().toISOString() });
    const imported = anAnnotation({ created: '2020-01-01T00:00:00.000Z' });
    await annotations.save(made);
    await annotations.save(made);
    await annotations.saveColour(old.id, 'pink');
    await bulk.delete([binned.id]);
    const nothing = { drafts: [], posts: [], readings: [], colourNames: {} };
    await imports.write({ annotations: [imported], ...nothing });
    const fresh = (await database.annotations.toArray()).filter(({ modified }) => modified > last);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
    expect(ids(fresh)).toEqual(ids([made, old, binned, imported]));
    // When it was made is what the clock said then.
    expect((await annotations.find(made.id))?.created).toBe(made.created);
  });

  test('the annotations of a post stay in the order of reading, and no change is lost to an older one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(12);
    const { annotations } = (await createRig(freshName())).context;
    const first = anAnnotation({ start: 10, created: new Date().toISOString() });
    await annotations.save(first);
    await annotations.saveColour(first.id, 'pink');
    at(9);
    const second = anAnnotation({ start: 5, created: new Date().toISOString() });
    await annotations.save(second);
    await annotations.saveTags(first.id, ['later']);
    await annotations.save(first);
    const read = await annotations.listAll();
    expect(read.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(read[1]).toMatchObject({ tags: ['later'], target: { styleClass: 'pink' } });
  });
});
