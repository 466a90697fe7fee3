import { useState } from 'preact/hooks';
import type { ExportStatus } from '../../components/export-status.tsx';
import type { PageFootProps } from '../../components/page-foot.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { openExport } from './open-pages.ts';
import { report } from './report.ts';
import type { Services } from './services.ts';

/**
 * The notes of a post, or those of all posts without one, as Markdown on the clipboard, or in the
 * library's export. Notes are gathered, and the exporter is loaded, when they are asked for.
 */
export function useExport(
  permalink: Permalink | undefined,
  hasNotes: boolean,
  { annotations, posts }: Services,
): PageFootProps['exporting'] {
  const [status, setStatus] = useState<ExportStatus>();

  const copy = async () => {
    setStatus('working');
    try {
      const [{ exportMarkdown }, chosen, known] = await Promise.all([
        import('./export-markdown.ts'),
        permalink ? annotations.listBySource(permalink) : annotations.listAll(),
        posts.list(),
      ]);
      await navigator.clipboard.writeText(exportMarkdown(chosen, known).text);
      setStatus('copied');
    } catch (error) {
      report('the export failed', error);
      setStatus('failed');
    }
  };

  return {
    onCopy: () => void copy(),
    canCopy: permalink === undefined || hasNotes,
    // A popup closes when the dialog for a file opens, and has no room for choices.
    onExport: () => void openExport(hasNotes ? permalink : undefined),
    status,
  };
}
