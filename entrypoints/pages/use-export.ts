import { useState } from 'preact/hooks';
import type { ExportMenuProps, ExportScope } from '../../components/export-menu.tsx';
import type { ExportStatus } from '../../components/export-status.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { MarkdownFile } from './export-markdown.ts';
import { saveBlob } from './save-blob.ts';
import type { Services } from './services.ts';

/**
 * Markdown to the clipboard and to a file. Notes are gathered, and the exporter is loaded, when they
 * are asked for.
 */
export function useExport(
  permalink: Permalink | undefined,
  has: Pick<ExportMenuProps, 'canExportPost' | 'canExportAll'>,
  { annotations, posts }: Services,
): ExportMenuProps {
  const [status, setStatus] = useState<ExportStatus>();

  const run = async (
    scope: ExportScope,
    done: ExportStatus,
    take: (file: MarkdownFile) => void,
  ) => {
    setStatus('working');
    try {
      const [{ exportMarkdown }, chosen, known] = await Promise.all([
        import('./export-markdown.ts'),
        scope === 'post' && permalink ? annotations.listBySource(permalink) : annotations.listAll(),
        posts.list(),
      ]);
      await take(exportMarkdown(chosen, known));
      setStatus(done);
    } catch (error) {
      console.error('Waymark: the export failed', error);
      setStatus('failed');
    }
  };

  return {
    onCopy: (scope) => run(scope, 'copied', ({ text }) => navigator.clipboard.writeText(text)),
    onDownload: (scope) => run(scope, 'downloaded', download),
    ...has,
    status,
  };
}

/** Save a file. */
export function download({ name, text }: MarkdownFile): void {
  saveBlob(name, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
}
