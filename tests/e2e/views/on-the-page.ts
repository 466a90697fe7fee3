import { waitFor } from '../driver/wait.ts';
import type { View } from './stage.ts';

/** What stands on a page of the blog, as a copy that can be looked into. */
export const ON_THE_PAGE: readonly View[] = [
  {
    name: 'page-toolbar',
    isPart: true,
    width: 420,
    height: 200,
    open: async ({ waymark, post }) => {
      await post.select('A small coin is an observation', 'asks for very little.', '.post-body');
      await waitFor('the toolbar', () => post.findButton('Highlight'));
      return waymark.openCopy(post, 'toolbar');
    },
  },
  {
    name: 'page-marks',
    isPart: true,
    width: 420,
    height: 200,
    open: async ({ waymark, post }) => {
      await waitFor('the mark', () => post.findButton('Question, Yellow'));
      return waymark.openCopy(post, 'marks');
    },
  },
  {
    name: 'page-shortcuts',
    isPart: true,
    width: 800,
    height: 800,
    open: async ({ waymark, post }) => {
      await waymark.command(post, 'showShortcuts');
      const copy = await waymark.openCopy(post, 'shortcuts');
      await post.press('Escape');
      return copy;
    },
  },
];
