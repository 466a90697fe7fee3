import { useState } from 'preact/hooks';
import type { ExportMenuProps, ExportScope, ExportStatus } from '../../components/export-menu.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { MarkdownFile } from './export-markdown.ts';

/** Markdown to the clipboard and to a file. The exporter is loaded when it is first used. */
export function useExport(
  permalink: Permalink | undefined,
  annotations: readonly Annotation[],
  posts: readonly Post[],
): ExportMenuProps {
  const [status, setStatus] = useState<ExportStatus>();
  const mine = annotations.filter(({ target }) => target.source === permalink);

  const run = async (
    scope: ExportScope,
    done: ExportStatus,
    take: (file: MarkdownFile) => void,
  ) => {
    setStatus('working');
    try {
      const { exportMarkdown } = await import('./export-markdown.ts');
      await take(exportMarkdown(scope === 'post' ? mine : annotations, posts));
      setStatus(done);
    } catch (error) {
      console.error('Waymark: the export failed', error);
      setStatus('failed');
    }
  };

  return {
    onCopy: (scope) => run(scope, 'copied', ({ text }) => navigator.clipboard.writeText(text)),
    onDownload: (scope) => run(scope, 'downloaded', download),
    canExportPost: mine.length > 0,
    canExportAll: annotations.length > 0,
    status,
  };
}

function download({ name, text }: MarkdownFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun, which a minute is ample for.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
