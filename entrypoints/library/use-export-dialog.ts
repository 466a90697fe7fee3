import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExportChoice, ExportSubject } from '../../components/export-choice.ts';
import type { ExportDialogProps } from '../../components/export-dialog.tsx';
import { isPresent } from '../../lib/annotation/annotation.ts';
import { say } from '../../lib/language/say.ts';
import { countOf, isFlavour, type Sources, targetOf } from './export-content.ts';
import { formatGroups, hintOf, namedSubject, namedWays, waysOf } from './export-names.ts';
import type { LibraryServices } from './library-services.ts';
import { useExportWork } from './use-export-work.ts';
import type { Templates } from './use-templates.ts';

export interface ExportDialogOptions {
  services: LibraryServices;
  sources: Omit<Sources, 'lastExports'>;
  templates: Templates;
  /** The post to begin with. */
  post: string | undefined;
  onTemplates: () => void;
  onClose: () => void;
}

/** What the export dialog shows and does. */
export function useExportDialog(options: ExportDialogOptions): ExportDialogProps {
  const { services, templates, post, onTemplates, onClose } = options;
  const [lastExports, setLastExports] = useState<Sources['lastExports']>({});
  useEffect(() => {
    services.settings.read().then(
      (settings) => setLastExports(settings.lastExports),
      (error: unknown) => console.warn('Waymark: earlier exports are not known', error),
    );
  }, [services]);
  const sources = useMemo(
    () => ({ ...options.sources, lastExports }),
    [options.sources, lastExports],
  );
  const posts = useMemo(() => postsWithNotes(sources), [sources]);
  const [choice, setChoice] = useState<ExportChoice>(() => ({
    scope:
      sources.selected.length > 0 ? 'selected' : post ? 'post' : sources.found ? 'found' : 'all',
    post: post ?? '',
    format: 'commonmark',
    way: 'file',
    labels: true,
    related: false,
  }));
  const last = useRef(choice);
  const full = { ...choice, post: choice.post || (posts[0]?.permalink ?? '') };
  last.current = full;

  const template = () => templates.sourceOf(full.format.replace(/^template:/, ''));
  const work = useExportWork({ services, choice: full, sources, template, onExported });

  async function onExported(began: Date) {
    if (full.scope !== 'all' && full.scope !== 'new') return;
    const exports = { ...lastExports, [targetOf(full)]: began.toISOString() };
    await services.settings.save({ lastExports: exports });
    setLastExports(exports);
  }

  const { post: chosenPost, format, way } = full;
  // The dialog is drawn again for every step of the progress: nothing is counted for that.
  const counts = useMemo(() => {
    const of = (scope: ExportSubject) => countOf({ scope, post: chosenPost, format, way }, sources);
    return {
      selected: of('selected'),
      found: of('found'),
      post: of('post'),
      new: of('new'),
      all: of('all'),
    } satisfies Record<ExportSubject, number>;
  }, [chosenPost, format, way, sources]);
  const since = lastExports[targetOf(full)];
  return {
    choice: full,
    onChoice(change) {
      work.forget();
      const next = { ...last.current, ...change };
      const ways = waysOf(next.format);
      const isPossible = next.scope !== 'new' || lastExports[targetOf(next)] !== undefined;
      setChoice({
        ...next,
        way: ways.includes(next.way) ? next.way : (ways[0] ?? 'file'),
        scope: isPossible ? next.scope : 'all',
      });
    },
    scopes: [
      ...(sources.selected.length > 0 ? [namedSubject('selected', counts.selected)] : []),
      ...(sources.found ? [namedSubject('found', counts.found)] : []),
      ...(posts.length > 0 ? [namedSubject('post', counts.post)] : []),
      ...(since ? [namedSubject('new', counts.new, since)] : []),
      namedSubject('all', counts.all),
    ],
    posts,
    groups: formatGroups(templates.entries),
    hint: hintOf(full.format),
    ways: namedWays(full.format),
    hasOptions: isFlavour(full.format),
    canExport: counts[full.scope] > 0 || (full.scope === 'all' && full.format === 'waymark'),
    onTemplates,
    onClose,
    ...work.shown,
  };
}

/** The posts that can be exported, called by their titles. */
function postsWithNotes({ all, posts }: Sources): { permalink: string; title: string }[] {
  const titles = new Map<string, string>(posts.map(({ permalink, title }) => [permalink, title]));
  const present = all.filter(isPresent);
  return Array.from(new Set(present.map(({ target }) => target.source)), (permalink) => ({
    permalink,
    title: titles.get(permalink) ?? say('exportUnknownPost', permalink),
  })).sort((a, b) => a.title.localeCompare(b.title));
}
