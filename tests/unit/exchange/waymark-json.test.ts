import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImportError, type ImportFault } from '../../../lib/exchange/import-error.ts';
import type { Library } from '../../../lib/exchange/library.ts';
import { planImport } from '../../../lib/exchange/plan-import.ts';
import { parseWaymarkJson, toWaymarkJson } from '../../../lib/exchange/waymark-json.ts';
import { anyAnnotation, anyLibrary } from './any-library.ts';

const EMPTY: Library = { annotations: [], drafts: [], posts: [], readings: [], colourNames: {} };

test('any library is read back as it was: tombstones, history, drafts and all', () => {
  fc.assert(
    fc.property(anyLibrary, (library) => {
      expect(parseWaymarkJson(toWaymarkJson(library))).toEqual(library);
    }),
  );
});

test('importing into an empty library adds everything, and again changes nothing', () => {
  fc.assert(
    fc.property(anyLibrary, ({ annotations }) => {
      const first = planImport(new Map(), annotations);
      expect(new Set(first.added)).toEqual(new Set(annotations));
      const there = new Map(annotations.map((annotation) => [annotation.id, annotation]));
      expect(planImport(there, annotations)).toEqual({
        added: [],
        changed: [],
        same: annotations.length,
      });
    }),
  );
});

test('of two versions of an annotation the one modified last is what it is', () => {
  fc.assert(
    fc.property(anyAnnotation, (annotation) => {
      const newer = { ...annotation, modified: '2150-01-01T00:00:00.000Z' };
      expect(planImport(new Map([[newer.id, newer]]), [annotation]).same).toBe(1);
      expect(planImport(new Map([[newer.id, annotation]]), [newer]).changed).toEqual([newer]);
      expect(planImport(new Map(), [newer, annotation]).added).toEqual([newer]);
    }),
  );
});

describe('a file that is no library is refused with a reason', () => {
  const sound = JSON.parse(toWaymarkJson(EMPTY)) as Record<string, unknown>;
  const broken = (changes: object) => JSON.stringify({ ...sound, ...changes });

  test.each<[string, string, ImportFault, string]>([
    ['another format', '{"format":"other"}', 'unknown-format', ''],
    ['a newer version', broken({ version: 2 }), 'newer-version', '2'],
    ['cut off', toWaymarkJson(EMPTY).slice(0, 40), 'not-json', ''],
    ['an unknown field', broken({ extra: 1 }), 'malformed', 'extra'],
    ['a missing list', broken({ drafts: undefined }), 'malformed', 'drafts'],
    ['a wrong annotation', broken({ annotations: [{}] }), 'malformed', 'annotations.0.id'],
    ['a prototype', `{"__proto__":{"format":"waymark-library"}}`, 'unknown-format', ''],
    ['nothing but brackets', '['.repeat(100_000), 'too-deep', ''],
    ['nested objects', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 'too-deep', ''],
  ])('%s', (_, text, fault, where) => {
    const error = faultOf(() => parseWaymarkJson(text));
    expect(error.fault).toBe(fault);
    if (where) expect(error.where).toBe(where);
  });

  test('a prototype within an annotation', () => {
    const text = toWaymarkJson({ ...EMPTY, drafts: [] }).replace(
      '"drafts": []',
      '"drafts": [], "__proto__": {"polluted": true}',
    );
    expect(faultOf(() => parseWaymarkJson(text)).fault).toBe('malformed');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

function faultOf(run: () => unknown): ImportError {
  try {
    run();
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('It was read');
}
