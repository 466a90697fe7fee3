import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Annotation, noteOf } from '../../../lib/annotation/annotation.ts';
import { ImportError } from '../../../lib/exchange/import-error.ts';
import { readFile } from '../../../lib/exchange/read-file.ts';
import { toReadwiseCsv } from '../../../lib/exchange/readwise.ts';
import { anyAnnotation } from './any-library.ts';

const POST = 'https://www.elidedbranches.com/2015/01/a-post.html';
const context = {
  fold: (text: string) => text.replaceAll('’', "'"),
  permalinkOf: (title: string) => (title === 'A post' ? POST : undefined),
  now: new Date('2026-11-23T00:00:00Z'),
};
const read = (text: string) => readFile(new TextEncoder().encode(text), context);

const hypothesis = {
  export_date: '2026-01-01T00:00:00Z',
  export_userid: 'acct:a@b',
  client_version: '1.1766.0',
  annotations: [
    {
      id: 'a1',
      uri: POST,
      text: 'So *true*.',
      tags: ['one', 'two'],
      created: '2025-01-02T03:04:05.678+00:00',
      updated: '2025-01-03T03:04:05.678+00:00',
      user: 'acct:a@b',
      target: [
        {
          source: POST,
          selector: [
            { type: 'RangeSelector', startOffset: 1 },
            { type: 'TextPositionSelector', start: 5, end: 9 },
            { type: 'TextQuoteSelector', exact: 'isn’t it', prefix: 'Well, ', suffix: '?' },
          ],
        },
      ],
    },
    { id: 'a2', uri: POST, text: 'I agree.', references: ['a1'] },
    { id: 'a3', uri: 'https://elsewhere.example/', text: 'Not here.' },
    { id: 'a4', uri: POST, text: 'On all of it.', target: [{ source: POST }] },
    { id: 'a5' },
  ],
};

test('Hypothesis: quotes, notes, tags and times are taken; replies and other sites are told', async () => {
  const file = await read(JSON.stringify(hypothesis));
  expect(file.format).toBe('hypothesis');
  expect(new Set(file.refused)).toEqual(
    new Set([
      { where: '2', why: 'a-reply' },
      { where: '3', why: 'not-on-the-blog' },
      { where: '5', why: 'malformed' },
    ]),
  );
  expect(file.annotations).toMatchObject([
    {
      motivation: 'commenting',
      target: {
        source: POST,
        selector: [{ type: 'TextQuoteSelector', exact: "isn't it", prefix: 'Well, ', suffix: '?' }],
        passage: 'isn’t it',
      },
      body: { value: 'So *true*.' },
      tags: ['one', 'two'],
      created: '2025-01-02T03:04:05.678Z',
      modified: '2025-01-03T03:04:05.678Z',
    },
    { target: { selector: [], passage: '' }, body: { value: 'On all of it.' } },
  ]);
});

test('Readwise: rows are passages, with their tags before their notes', async () => {
  const csv = `Highlight,Title,Author,URL,Note,Location,Date
"It said ""so"", twice.",A post,Someone,${POST},".team .one_on_one
Why?",12,2025-01-02 03:04:05
Elsewhere.,Other,Someone,https://elsewhere.example/,,,
`;
  const file = await read(csv);
  expect(file.format).toBe('readwise');
  expect(file.refused).toEqual([{ where: '3', why: 'not-on-the-blog' }]);
  expect(file.annotations).toMatchObject([
    {
      target: { passage: 'It said "so", twice.' },
      body: { value: 'Why?' },
      tags: ['team', 'one on one'],
      created: '2025-01-02T03:04:05.000Z',
    },
  ]);
});

test('Obsidian Web Clipper: passages are taken from their HTML', async () => {
  const pages = [
    {
      url: POST,
      highlights: [
        {
          text: '<p>It is <em>fine</em>.</p><p>Really.</p>',
          timestamp: '2025-01-02T03:04:05.000Z',
        },
        { text: 'Plain.', notes: ['One.', 'Two.'] },
      ],
    },
  ];
  const file = await read(JSON.stringify(pages));
  expect(file.format).toBe('web-clipper');
  expect(file.annotations.map(({ target }) => target.passage)).toEqual([
    'It is fine.\n\nReally.',
    'Plain.',
  ]);
  expect(file.annotations.map(noteOf)).toEqual(['', 'One.\n\nTwo.']);
});

test('Kindle: notes join the highlight they end, and posts are known by their titles', async () => {
  const clippings = `\ufeffA post (Camille Fournier)
- Your Highlight on page 1 | Location 10-12 | Added on Thursday, January 2, 2025 3:04:05 AM

It is fine.
==========
A post (Camille Fournier)
- Your Note on page 1 | Location 12 | Added on Thursday, January 2, 2025 3:05:05 AM

Is it?
==========
A post (Camille Fournier)
- Your Bookmark on page 2 | Location 20 | Added on Thursday, January 2, 2025 3:06:05 AM


==========
A book (Another)
- Your Highlight on page 1 | Location 1-2 | Added on Thursday, January 2, 2025 3:07:05 AM

Not a post.
==========
`.replaceAll('\n', '\r\n');
  const file = await read(clippings);
  expect(file.format).toBe('kindle');
  expect(file.refused).toEqual([{ where: '4', why: 'unknown-post' }]);
  expect(file.annotations).toMatchObject([
    { target: { source: POST, passage: 'It is fine.' }, body: { value: 'Is it?' } },
  ]);
});

test('a note that is read again is the same annotation', async () => {
  const [first, second] = [
    await read(JSON.stringify(hypothesis)),
    await read(JSON.stringify(hypothesis)),
  ];
  expect(second.annotations.map(({ id }) => id)).toEqual(first.annotations.map(({ id }) => id));
  expect(new Set(first.annotations.map(({ id }) => id)).size).toBe(first.annotations.length);
});

describe('CSV for Readwise', () => {
  const some = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 4 });

  test('is read by another parser, a row for each passage', () => {
    fc.assert(
      fc.property(some, (annotations) => {
        const csv = toReadwiseCsv(annotations, [], () => 'Camille Fournier');
        const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
          header: true,
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(meta.fields).toEqual([
          'Highlight',
          'Title',
          'Author',
          'URL',
          'Note',
          'Location',
          'Date',
        ]);
        expect(data).toHaveLength(annotations.filter(isPassage).length);
      }),
    );
  });

  test('has no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(some, (annotations) => {
        const csv = toReadwiseCsv(annotations, [], () => '=SUM(A1)');
        for (const row of Papa.parse<string[]>(csv).data) {
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  test('is read again with the same passages', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (annotations) => {
        const passages = annotations
          .filter(isPassage)
          .filter(({ target }) => target.passage.trim() !== '');
        const file = await read(toReadwiseCsv(passages, [], () => 'Camille Fournier'));
        expect(file.annotations.map(({ target }) => target.passage)).toEqual(
          passages.map(({ target }) => target.passage.trim()),
        );
      }),
    );
  });

  function isPassage({ deleted, target }: Annotation): boolean {
    return deleted === undefined && target.passage !== '';
  }
});

describe('a file that cannot be read gets one reason, and nothing is taken', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ['nothing', bytes(''), 'empty'],
    ['white space', bytes(' \n\t'), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), 'not-text'],
    ['wrong bytes', new Uint8Array([0x41, 0xc3, 0x28]), 'not-text'],
    ['prose', bytes('Dear diary, today I read.'), 'unknown-format'],
    ['other JSON', bytes('{"a":1}'), 'unknown-format'],
    ['JSON that is cut off', bytes('{"annotations":['), 'not-json'],
    ['nothing but brackets', bytes('['.repeat(1_000_000)), 'too-deep'],
    ['a million rows', bytes(`Highlight,URL\n${'a,b\n'.repeat(1_000_000)}`), 'too-many'],
  ])('%s', async (_, file, fault) => {
    const error = await readFile(file, context).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).fault).toBe(fault);
  });

  test('whatever the bytes are, the answer is a file or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (file) => {
        const answer = await readFile(file, context).catch((reason: unknown) => reason);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(ImportError);
      }),
    );
  });
});

test('UTF-16 is read, as spreadsheets write it', async () => {
  const text = `\ufeffHighlight,URL\nIt is fine.,${POST}\n`;
  const units = new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
  const file = await readFile(units, context);
  expect(file.annotations).toHaveLength(1);
});

test('reading can be watched and stopped', async () => {
  const csv = `Highlight,URL\n${Array.from({ length: 500 }, (_, i) => `Passage ${i},${POST}\n`).join('')}`;
  const seen: number[] = [];
  await readFile(new TextEncoder().encode(csv), context, (done) => void seen.push(done));
  expect(seen).toEqual([0, 200, 400, 500]);
  const stopped = readFile(new TextEncoder().encode(csv), context, (done) => {
    if (done > 0) throw new Error('Stopped');
  });
  await expect(stopped).rejects.toThrow('Stopped');
});
