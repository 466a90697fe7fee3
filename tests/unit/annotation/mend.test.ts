import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPresent, noteOf, tagsOf } from '../../../lib/annotation/annotation.ts';
import { asDeleted } from '../../../lib/annotation/changes.ts';
import { toShown } from '../../../lib/annotation/mend.ts';
import { anyAnnotation } from '../exchange/any-library.ts';
import { anAnnotation, permalinkOf } from '../storage/fresh-database.ts';

test('any annotation a reader could have made is answered as it is', () => {
  fc.assert(
    fc.property(anyAnnotation, (annotation) => {
      expect(toShown(annotation)).toBe(annotation);
    }),
  );
});

test('whatever a row holds, what is answered can be shown and is sound the next time', () => {
  const field = fc.oneof(fc.anything(), fc.constantFrom('acting', 'yellow', [], {}, '2026-01-01'));
  const keys = [
    'formerNotes',
    'motivation',
    'body',
    'tags',
    'action',
    'history',
    'created',
    'modified',
    'deleted',
  ];
  const damage = fc.dictionary(fc.constantFrom(...keys), field, { noNullPrototype: true });
  const ofTarget = fc.dictionary(
    fc.constantFrom('selector', 'passage', 'styleClass', 'paragraph'),
    field,
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(anyAnnotation, damage, ofTarget, (annotation, damaged, target) => {
      const row = { ...annotation, ...damaged, target: { ...annotation.target, ...target } };
      const shown = toShown(row);
      if (!shown) throw new Error('It says which it is, and of what post');
      expect(shown).toMatchObject({ id: annotation.id });
      expect(toShown(shown)).toBe(shown);
      expect(typeof noteOf(shown)).toBe('string');
      expect(Array.isArray(tagsOf(shown))).toBe(true);
      // What changes it next writes a date that is one.
      expect(asDeleted(shown).modified).toMatch(/^\d/);
    }),
  );
});

test('any other value is no annotation', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(toShown(value)).toBeUndefined();
    }),
  );
});

describe('of a damaged row', () => {
  const sound = anAnnotation({ note: 'kept' });
  const source = permalinkOf('one');

  test.each<[string, object, object]>([
    ['a note that is no text is left out', { body: 7 }, { body: undefined }],
    ['tags that are none are left out', { tags: 'one' }, { tags: undefined }],
    [
      'a motivation nobody knows gives way to what it has',
      { motivation: '?' },
      { motivation: 'commenting' },
    ],
    ['an action without one has an open one', { motivation: 'acting' }, { action: {} }],
    [
      'a date that is none is before all others',
      { created: 'soon' },
      { created: '1970-01-01T00:00:00.000Z' },
    ],
    [
      'a colour nobody knows is yellow',
      { target: { ...sound.target, styleClass: 'mauve' } },
      { target: sound.target },
    ],
    [
      'a selector that is none is left out',
      { target: { source, selector: [{ type: 'x' }], passage: 'p' } },
      { target: { source, selector: [], passage: 'p' } },
    ],
  ])('%s', (_, damage, expected) => {
    const shown: object = toShown({ ...sound, ...damage }) ?? {};
    for (const [field, value] of Object.entries(expected)) {
      expect(Reflect.get(shown, field)).toEqual(value);
    }
  });

  test('what was deleted stays deleted', () => {
    const shown = toShown({ ...sound, deleted: true });
    expect(shown && isPresent(shown)).toBe(false);
  });
});
