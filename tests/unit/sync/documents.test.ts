import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent, toContent } from '../../../lib/sync/documents.ts';
import { anEdit, editAll, untouched } from './edits.ts';

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 5 }), (edits) => {
      const annotation = editAll(untouched(), edits);
      const stored = JSON.parse(JSON.stringify(toContent(annotation)));
      expect(parseContent(stored, annotation.id)).toEqual(annotation);
    }),
  );
});

describe('of a document that Waymark would not have written nothing is taken:', () => {
  const annotation = untouched();
  const changed = (changes: object) => ({ annotation: { ...annotation, ...changes } });
  const target = (source: string) => changed({ target: { source, selector: [], passage: '' } });

  test.each([
    ['another annotation’s id', changed({ id: '0192f0a0-0000-7000-8000-000000000000' })],
    ['a field nobody knows', changed({ admin: true })],
    ['an address that runs', target('javascript:alert(1)')],
    ['an address of a file', target('file:///etc/passwd')],
    ['an instant after the last one', changed({ modified: '+275760-09-13T00:00:00.000Z' })],
    [
      'a note of megabytes',
      changed({
        motivation: 'commenting',
        body: { type: 'TextualBody', format: 'text/markdown', value: 'x'.repeat(2_000_001) },
      }),
    ],
    [
      'a former note of megabytes',
      changed({
        formerNotes: [{ note: 'x'.repeat(2_000_001), until: annotation.modified }],
      }),
    ],
    [
      'a former note after the last instant',
      changed({
        formerNotes: [{ note: 'x', until: '+275760-09-13T00:00:00.000Z' }],
      }),
    ],
    ['something beside the annotation', { annotation, admin: true }],
    ['nothing', {}],
    ['null', null],
    ['a text', 'annotation'],
  ])('%s', (_, content) => {
    expect(parseContent(content, annotation.id)).toBeUndefined();
  });

  test('anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => {
        expect(parseContent(content, annotation.id)).toBeUndefined();
      }),
    );
  });
});
