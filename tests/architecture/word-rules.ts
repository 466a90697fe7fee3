import type { Graph } from './graph.ts';
import { roomOf } from './rooms.ts';
import type { Violation } from './violation.ts';

/** Where readers are spoken to. */
const SPEAKING = new Set(['components', 'entrypoints']);

/** Modules that have not been taught to speak by messages yet. The list only gets shorter. */
export const STILL_ENGLISH: ReadonlySet<string> = new Set([
  'components/annotation-actions.tsx',
  'components/annotation-list.tsx',
  'components/colour-picker.tsx',
  'components/export-menu.tsx',
  'components/fetch-progress.tsx',
  'components/former-paragraph.tsx',
  'components/latest-notes.tsx',
  'components/markdown-view.tsx',
  'components/note-form.tsx',
  'components/notice-toolbar.tsx',
  'components/passage-candidates.tsx',
  'components/passage-diff.tsx',
  'components/passage-remedy.tsx',
  'components/passage.tsx',
  'components/popup-view.tsx',
  'components/related-post-list.tsx',
  'components/selection-toolbar.tsx',
  'components/undo-bar.tsx',
  'entrypoints/background/menus.ts',
  'entrypoints/background/refresh-posts.ts',
  'entrypoints/blog.content/annotating.tsx',
  'entrypoints/blog.content/keyboard-bar.ts',
  'entrypoints/blog.content/keyboard-highlights.ts',
  'entrypoints/blog.content/keyboard-reader.ts',
  'entrypoints/blog.content/note-frame.ts',
  'entrypoints/editor/editor.tsx',
  'entrypoints/pages/use-attaching.ts',
  'entrypoints/pages/use-editing.ts',
  'entrypoints/popup/popup.tsx',
]);

/**
 * Words for readers that are written in the source and not in `public/_locales`.
 *
 * @param excused modules in which there may be some, and must be: who has none needs no excuse.
 */
export function checkWords({ modules }: Graph, excused = STILL_ENGLISH): Violation[] {
  return modules
    .filter(({ path }) => SPEAKING.has(roomOf(path) ?? ''))
    .flatMap(({ path, hardCoded }) =>
      excused.has(path)
        ? hardCoded.length > 0
          ? []
          : [{ path, line: 1, message: 'speaks by messages: strike it from STILL_ENGLISH' }]
        : hardCoded.map(({ text, line }) => ({
            path,
            line,
            message: `make a message of it: ${text}`,
          })),
    );
}
