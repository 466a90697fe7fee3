import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, isPresent } from '../../../lib/annotation/annotation.ts';
import { asDeleted, withNote } from '../../../lib/annotation/changes.ts';
import type { Library } from '../../../lib/exchange/library.ts';
import { packLibrary, unpackLibrary } from '../../../lib/exchange/pack-library.ts';
import { planRestore } from '../../../lib/exchange/plan-restore.ts';
import { parseWaymarkJson, toWaymarkJson } from '../../../lib/exchange/waymark-json.ts';
import { anAnnotation, aPost } from '../storage/fresh-database.ts';
import { anyLibrary } from './any-library.ts';

const EMPTY: Library = { annotations: [], drafts: [], posts: [], readings: [], colourNames: {} };
const NOW = new Date('2026-11-23T12:00:00Z');

/** The library as it is read: some annotations at a time. */
function pack({ annotations, ...surroundings }: Library, now = NOW) {
  return packLibrary(
    {
      annotations: (async function* () {
        for (let from = 0; from < annotations.length; from += 2) {
          yield annotations.slice(from, from + 2);
        }
      })(),
      readSurroundings: async () => surroundings,
    },
    now,
  );
}

const textOf = async (bytes: Uint8Array<ArrayBuffer>) =>
  new TextDecoder().decode(await unpackLibrary(bytes));
const here = (...annotations: Annotation[]) => ({
  annotations: new Map(annotations.map((one) => [one.id, one])),
  surroundings: EMPTY,
});

describe('packing', () => {
  test('any library is unpacked as the file that an export writes', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, async (library) => {
        const packed = await pack(library);
        const text = await textOf(packed.bytes);
        expect(text).toBe(toWaymarkJson(library, NOW));
        expect(parseWaymarkJson(text)).toEqual(library);
        expect(packed.unpacked).toBe(new TextEncoder().encode(text).length);
      }),
      { numRuns: 50 },
    );
  });

  test('a library in which nothing was done has the same digest on another day', async () => {
    const library = { ...EMPTY, annotations: [anAnnotation(), anAnnotation({ note: 'why' })] };
    const { digest, notes } = await pack(library);
    expect(notes).toBe(2);
    const tomorrow = new Date('2026-11-24T12:00:00Z');
    expect((await pack({ ...library, posts: [aPost()] }, tomorrow)).digest).toBe(digest);
    const [first, second] = library.annotations as [Annotation, Annotation];
    const deleted = { ...library, annotations: [first, asDeleted(second)] };
    expect(await pack(deleted)).toMatchObject({
      notes: 1,
      digest: expect.not.stringMatching(digest),
    });
  });

  test('one that is cut off or damaged cannot be unpacked', async () => {
    const { bytes } = await pack({ ...EMPTY, annotations: [anAnnotation()] });
    await expect(unpackLibrary(bytes.slice(0, -9))).rejects.toThrow();
    const flipped = bytes.slice();
    flipped[bytes.length - 6] = (flipped[bytes.length - 6] ?? 0) ^ 1;
    await expect(unpackLibrary(flipped)).rejects.toThrow();
  });

  test('a library that cannot be read to its end is not packed', async () => {
    const annotations = (async function* (): AsyncGenerator<Annotation[]> {
      yield [anAnnotation()];
      throw new DOMException('The disk is gone', 'UnknownError');
    })();
    const reading = packLibrary({ annotations, readSurroundings: async () => EMPTY });
    await expect(reading).rejects.toThrow('The disk is gone');
  });

  test('halves of characters, every script, and a note of a megabyte come back as they were', async () => {
    const scripts =
      'Ελληνικά עברית العربية हिन्दी 漢字 かな 한국어 ไทย 𐍈 👩‍👩‍👧 e\u0301 \u202e‮\u0000';
    const notes = [scripts, 'a half \ud83d of one, and another \ude00', 'm'.repeat(1_000_000)];
    const annotations = notes.map((note) => anAnnotation({ note }));
    const { bytes } = await pack({ ...EMPTY, annotations });
    const { annotations: read } = parseWaymarkJson(await textOf(bytes));
    expect(read.map(({ body }) => body?.value)).toEqual(notes);
  });
});

describe('a record that no schema accepts', () => {
  test('is kept as it is, and spoils neither the file nor the others', () => {
    const sound = anAnnotation();
    const damaged = { id: 7, target: 'gone' } as unknown as Annotation;
    const post = aPost({ title: 'long '.repeat(1000) });
    const text = toWaymarkJson({ ...EMPTY, annotations: [damaged, sound], posts: [post] }, NOW);
    expect(parseWaymarkJson(text)).toEqual({
      ...EMPTY,
      annotations: [sound],
      unread: [
        { list: 'annotations', record: damaged },
        { list: 'posts', record: post },
      ],
    });
  });
});

describe('bringing an earlier day back', () => {
  const was = anAnnotation({ note: 'as it was' });

  test('what is missing comes back, and what was made since stays', () => {
    const since = anAnnotation();
    const plan = planRestore(here(since), { ...EMPTY, annotations: [was] });
    expect(plan).toMatchObject({ missing: [was], changed: [], same: 0, newer: 1 });
  });

  test('what was rewritten or deleted since is as it was, in a version after all others', () => {
    for (const is of [withNote(was, 'otherwise'), asDeleted(was)]) {
      const [back] = planRestore(here(is), { ...EMPTY, annotations: [was] }).changed;
      expect(back).toEqual({ ...was, modified: back?.modified });
      expect(back && back.modified > is.modified).toBe(true);
    }
  });

  test('with a clock that was set back it is after all others still', () => {
    const is = withNote(was, 'otherwise', new Date('2030-01-01T00:00:00Z'));
    const [back] = planRestore(here(is), { ...EMPTY, annotations: [was] }, NOW).changed;
    expect(back && back.modified > is.modified).toBe(true);
  });

  test('what was in the bin then is left where it is now', () => {
    const deleted = { ...EMPTY, annotations: [asDeleted(was)] };
    expect(planRestore(here(withNote(was, 'mine')), deleted)).toMatchObject({
      changed: [],
      same: 1,
    });
    expect(planRestore(here(), deleted).missing).toHaveLength(1);
  });

  test('a library that is as it was has nothing to do', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const { annotations, ...surroundings } = library;
        const same = { ...here(...annotations), surroundings };
        const plan = planRestore(same, library);
        expect(plan).toMatchObject({
          missing: [],
          changed: [],
          same: annotations.filter(isPresent).length,
          newer: 0,
        });
      }),
    );
  });
});
