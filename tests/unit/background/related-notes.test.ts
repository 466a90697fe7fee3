import { expect, test, vi } from 'vitest';
import { listRelatedNotes } from '../../../entrypoints/background/related-notes.ts';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withNote } from '../../../lib/annotation/changes.ts';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import { aboutNotes, parserOf } from '../../../lib/messaging/schema.ts';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { aPost, at } from '../relatedness/posts.ts';

const POSTS = [
  aPost('locks', 'A lock is a lease. Praise is cheap.', 'Locks'),
  aPost('fencing', 'Without fencing a lease is a hope.', 'Fencing'),
  aPost('praise', 'Praise in public.', 'Praise'),
];

const marked = (name: string, passage: string) =>
  createAnnotation({ source: at(name), selector: [], passage });
const onLeases = marked('fencing', 'a lease is a hope');
const onPraise = withNote(marked('praise', 'in public'), 'Praise, then.');
const own = marked('locks', 'A lock is a lease');

/** What is found about a post, or a text in it, among these annotations. */
async function found(text: string, annotations = [onLeases, onPraise, own]) {
  const open = vi.fn(async () => createRelatedness(POSTS));
  const notes = await listRelatedNotes(
    { permalink: at('locks'), text },
    {
      annotations: { listAll: async () => annotations },
      posts: {
        find: async (permalink: Permalink) => POSTS.find((post) => post.permalink === permalink),
      },
      related: { open },
    },
  );
  return { notes, open };
}

test('notes on other posts are recalled, by their passages and by what was written about them', async () => {
  const { notes } = await found('');
  expect(notes.map(({ annotation }) => annotation.id).toSorted()).toEqual(
    [onLeases.id, onPraise.id].toSorted(),
  );
  expect(notes.find(({ annotation }) => annotation === onLeases)).toMatchObject({
    title: 'Fencing',
    terms: ['lease'],
  });
});

test('what is before the reader’s eyes counts for more than the post around it', async () => {
  const { notes } = await found('Praise is cheap.');
  expect(notes[0]?.annotation).toBe(onPraise);
  expect((await found('A lease.')).notes[0]?.annotation).toBe(onLeases);
});

test('without notes on other posts nothing is compared', async () => {
  const { notes, open } = await found('', [own]);
  expect(notes).toEqual([]);
  expect(open).not.toHaveBeenCalled();
});

test('what is asked about is a post and no more text than a screen may hold', () => {
  const parse = parserOf(aboutNotes);
  expect(parse({ permalink: at('locks'), text: 'x' })).toEqual({
    permalink: at('locks'),
    text: 'x',
  });
  expect(() => parse({ permalink: 'https://evil.example/', text: '' })).toThrow();
  expect(() => parse({ permalink: at('locks'), text: 'x'.repeat(20_001) })).toThrow();
});
