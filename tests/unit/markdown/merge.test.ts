import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFile, type NamedPiece } from '../../../lib/markdown/merge.ts';
import { nasty } from './nasty.ts';

const REMOVED = '*No longer in Waymark*';
const merge = (before: string | undefined, pieces: readonly NamedPiece[], properties = '') =>
  mergeFile(before, properties, pieces, REMOVED);

const one = { name: 'one', markdown: '> One.\n' };
const two = { name: 'two', markdown: '> Two.\n\nA note.\n' };
const three = { name: 'three', markdown: '> Three.\n' };
const none = { added: [], changed: [], removed: [], kept: [] };

/** Pieces with names of their own, and any text. */
const somePieces = fc
  .array(nasty, { minLength: 1, maxLength: 5 })
  .map((texts) => texts.map((text, i) => ({ name: `piece-${i}`, markdown: `${text}.\n` })));

describe('any export', () => {
  test('made twice changes nothing the second time', () => {
    fc.assert(
      fc.property(somePieces, fc.option(nasty, { nil: undefined }), (pieces, before) => {
        const { text } = merge(before, pieces);
        expect(merge(text, pieces)).toEqual({ text, changes: none });
      }),
    );
  });

  test('leaves what is written around its blocks, to the last character', () => {
    fc.assert(
      fc.property(somePieces, nasty, fc.nat(), (pieces, written, seed) => {
        const mine = `MINE ${written.replaceAll('\r', '')} MINE\n`;
        const lines = merge(undefined, pieces).text.split(/(?<=<!-- \/waymark -->\n)/);
        lines.splice(seed % (lines.length + 1), 0, mine);
        const before = lines.join('');
        const next = pieces.map((piece, i) => (i === 0 ? { ...piece, markdown: 'New.\n' } : piece));
        expect(merge(before, next).text).toContain(mine);
        expect(merge(before, pieces).text).toBe(before);
      }),
    );
  });

  test('leaves a file that is not ours as it was, and adds to its end', () => {
    fc.assert(
      // A lone return at the end would become half of the line ending that is put behind it.
      fc.property(
        nasty.filter((text) => !text.endsWith('\r')),
        (before) => {
          const { text } = merge(before, [one]);
          expect(text.replaceAll('\r\n', '\n').startsWith(before.replaceAll('\r\n', '\n'))).toBe(
            true,
          );
        },
      ),
    );
  });
});

test('a new file holds the blocks in their order', () => {
  const { text, changes } = merge(undefined, [one, two]);
  expect(text.indexOf('One.')).toBeLessThan(text.indexOf('Two.'));
  expect(changes).toEqual({ ...none, added: ['one', 'two'] });
});

test('only what has changed is written anew', () => {
  const before = merge(undefined, [one, two, three]).text;
  const changed = { ...two, markdown: '> Two.\n\nAnother note.\n' };
  const { text, changes } = merge(before, [one, changed, three]);
  expect(changes).toEqual({ ...none, changed: ['two'] });
  expect(text.replace('Another note.', 'A note.').replaceAll(/[\da-f]{8} -->/g, '-->')).toBe(
    before.replaceAll(/[\da-f]{8} -->/g, '-->'),
  );
});

test('what is new stands behind what it follows', () => {
  const before = `${merge(undefined, [one, three]).text}\nMy own end.\n`;
  const { text, changes } = merge(before, [one, two, three]);
  expect(changes).toEqual({ ...none, added: ['two'] });
  const order = ['One.', 'Two.', 'Three.', 'My own end.'].map((words) => text.indexOf(words));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('what is no longer there is marked once, and not erased', () => {
  const before = merge(undefined, [one, two]).text;
  const { text, changes } = merge(before, [one]);
  expect(changes).toEqual({ ...none, removed: ['two'] });
  expect(text).toContain(`${REMOVED}\n\n> Two.\n\nA note.`);
  expect(merge(text, [one])).toEqual({ text, changes: none });
  expect(merge(text, [one, two]).text).toBe(before);
});

test('a block someone has written in is theirs', () => {
  const before = merge(undefined, [one, two]).text.replace('A note.', 'A note. And mine.');
  const { text, changes } = merge(before, [one, { ...two, markdown: '> Two.\n\nNewer.\n' }]);
  expect(text).toBe(before);
  expect(changes).toEqual({ ...none, kept: ['two'] });
});

test('a block that was copied stays twice, and is changed once', () => {
  const single = merge(undefined, [one]).text;
  const { text } = merge(`${single}\n${single}`, [{ ...one, markdown: '> New.\n' }]);
  expect(text).toContain('New.');
  expect(text).toContain('One.');
});

test('a block whose end was lost is text, and the others are still known', () => {
  const before = merge(undefined, [one, two]).text.replace('<!-- /waymark -->\n', '');
  const { text, changes } = merge(before, [one, { ...two, markdown: '> New.\n' }]);
  expect(changes).toEqual({ ...none, added: ['one'], changed: ['two'] });
  expect(text).toContain('> New.');
});

test('lines end as they ended, and a byte order mark stays', () => {
  const before = `\ufeff${merge(undefined, [one]).text.replaceAll('\n', '\r\n')}`;
  const { text } = merge(before, [one, two]);
  expect(text).toMatch(/^\ufeff/);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(merge(before, [one]).text).toBe(before);
});

test('nothing that is exported can pass for a mark', () => {
  const sly = { name: 'sly', markdown: '```html\n<!-- /waymark -->\n```\n' };
  const { text } = merge(undefined, [sly, two]);
  expect(merge(text, [sly, two])).toEqual({ text, changes: none });
});

describe('properties', () => {
  const ours = 'title: "A"\ntags:\n  - "x"\n  - "y"\n';

  test('stand first in a new file', () => {
    expect(
      merge(undefined, [one], ours).text.startsWith(`---\n${ours}---\n\n<!-- waymark one`),
    ).toBe(true);
  });

  test('of the reader stay, and lists are joined', () => {
    const before = merge(undefined, [one], ours)
      .text.replace('title: "A"', 'title: Mine\nrating: 5')
      .replace('  - "x"\n', '  - mine\n');
    const { text } = merge(before, [one], ours);
    expect(text).toContain('---\ntitle: Mine\nrating: 5\ntags:\n  - mine\n  - "y"\n  - "x"\n---\n');
    expect(merge(text, [one], ours).text).toBe(text);
  });

  test('written on one line stay as they are', () => {
    const before = merge('---\ntags: [a, b]\n---\nMine.\n', [one], ours).text;
    expect(before.startsWith('---\ntags: [a, b]\ntitle: "A"\n---\nMine.\n')).toBe(true);
  });
});
