import { describe, expect, test, vi } from 'vitest';
import {
  kindOf,
  onlyForSenders,
  type SenderKind,
} from '../../../entrypoints/background/senders.ts';
import type { BackgroundProtocol } from '../../../lib/messaging/protocol.ts';

const OWN = 'extension://waymark/';
const HERE = 'https://www.elidedbranches.com/2015/03/one.html';
const ELSEWHERE = 'https://www.example.com/2015/03/one.html';

/** As the browser tells who sends. */
const SENDERS = {
  page: { url: `${OWN}library.html?view=bin` },
  editor: { url: `${OWN}editor.html#some-id`, tab: { id: 1 } },
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
});

/** Ask, and say whether it was done. */
async function ask(name: Name, sender: object, argument: unknown = about(HERE)[name]) {
  const done = vi.fn();
  const handler = { parse: (value: unknown) => value as never, handle: done };
  const sources = new Map([
    ['here', HERE],
    ['elsewhere', ELSEWHERE],
  ]);
  const guarded = onlyForSenders(
    Object.fromEntries(NAMES.map((each) => [each, handler])) as never,
    {
      ownUrl: OWN,
      listSources: async (ids) => ids.map((id) => sources.get(id)),
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
  const names = Object.keys(about(HERE)) as Name[];

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

test('a page is known by where it lies, and a script by having a tab on the blog', () => {
  expect(kindOf({ url: `${OWN}popup.html` }, OWN)).toBe('page');
  expect(kindOf({ url: `${OWN}editor.html#glance/id` }, OWN)).toBe('editor');
  expect(kindOf({ url: HERE, tab: {} } as never, OWN)).toBe('blog');
  expect(kindOf({ url: HERE }, OWN)).toBeUndefined();
});
