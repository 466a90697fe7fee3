import { describe, expect, test } from 'vitest';
import { withAction, withTags } from '../../../lib/annotation/changes.ts';
import {
  LONGEST_CONTENT,
  parseGroupContent,
  toAuthorName,
  toGroupContent,
  toGroupId,
} from '../../../lib/sync/group-documents.ts';
import { anAnnotation } from '../storage/fresh-database.ts';

const annotation = anAnnotation({ note: 'A thought.' });
const id = toGroupId(annotation.id, 'a'.repeat(32));
const sound = toGroupContent(annotation, 'Ada') as { author: object; annotation: object };

describe('what a group is sent', () => {
  test('is the passage and the note, and nothing that is the reader’s alone', () => {
    const private_ = withTags(annotation, ['a tag of mine']);
    const { paragraph: _, ...target } = { paragraph: '', ...private_.target };
    const whole = {
      ...private_,
      target: { ...target, paragraph: 'Around it.' },
      history: [{ target, until: annotation.created }],
      formerNotes: [{ note: 'As it was.', until: annotation.created }],
    };
    expect(toGroupContent(whole, 'Ada')).toEqual({
      author: { name: 'Ada' },
      annotation: { ...annotation, modified: private_.modified },
    });
  });

  test('of an action is what is said, and not whether and by when it is done', () => {
    const action = withAction(annotation, { due: '2026-12-01' });
    const content = toGroupContent(action, 'Ada');
    expect(JSON.stringify(content)).not.toMatch(/acting|2026-12-01/);
    expect(parseGroupContent(content, id)?.annotation.motivation).toBe('commenting');
  });

  test('is nothing where it is longer than anyone reads beside a post', () => {
    const long = anAnnotation({ note: 'a'.repeat(LONGEST_CONTENT) });
    expect(toGroupContent(long, 'Ada')).toBeUndefined();
  });
});

test('what a group was sent is read as it was sent', () => {
  expect(parseGroupContent(sound, id)).toEqual({ id, author: 'Ada', annotation });
});

test.each<[string, unknown]>([
  ['is nothing', undefined],
  ['has no author', { annotation: sound.annotation }],
  ['has an author without a name', { ...sound, author: { name: '' } }],
  ['has a name of two lines', { ...sound, author: { name: 'Ada\nGrace' } }],
  ['has a name that turns the text round', { ...sound, author: { name: 'Ada \u202e ecarG' } }],
  ['has a name without end', { ...sound, author: { name: 'A'.repeat(81) } }],
  ['says more of its author', { ...sound, author: { name: 'Ada', trusted: true } }],
  ['says more', { ...sound, script: 'alert(1)' }],
  ['is another annotation', { ...sound, annotation: { ...annotation, id: anAnnotation().id } }],
  ['is about no web page', withSource('javascript:alert(1)')],
  ['brings tags', { ...sound, annotation: withTags(annotation, ['tag']) }],
  ['is in a bin', { ...sound, annotation: { ...annotation, deleted: annotation.created } }],
  ['is endless', withNote('a'.repeat(LONGEST_CONTENT))],
  ['has a note that is no Markdown', withBody({ type: 'TextualBody', value: 'x' })],
])('of a document that %s nothing is taken', (_, value) => {
  expect(parseGroupContent(value, id)).toBeUndefined();
});

test('a document with another id is none of a member’s', () => {
  for (const other of [annotation.id, `${id}0`, id.toUpperCase(), '_design/x', 'waymark-key']) {
    expect(parseGroupContent(sound, other)).toBeUndefined();
  }
});

test('a name is taken as it was typed, without the space around it', () => {
  expect(toAuthorName('  Ada Lovelace ')).toBe('Ada Lovelace');
  expect(toAuthorName('阿达 👩‍💻')).toBe('阿达 👩‍💻');
  expect(toAuthorName('   ')).toBeUndefined();
});

function withBody(body: unknown) {
  return { ...sound, annotation: { ...annotation, body } };
}

function withNote(value: string) {
  return withBody({ ...annotation.body, value });
}

function withSource(source: string) {
  return { ...sound, annotation: { ...annotation, target: { ...annotation.target, source } } };
}
