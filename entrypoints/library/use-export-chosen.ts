import { useState } from 'preact/hooks';
import type { ExportStatus } from '../../components/export-status.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { MarkdownFile } from '../pages/export-markdown.ts';
import { report } from '../pages/report.ts';
import { saveBlob } from '../pages/save-blob.ts';

/** Taking chosen notes away as Markdown, and how that goes. */
export interface ExportChosen {
  onCopy: () => void;
  onDownload: () => void;
  status: ExportStatus | undefined;
}

/** The exporter is loaded when it is first used. */
export function useExportChosen(
  chosen: readonly Annotation[],
  posts: readonly Post[],
): ExportChosen {
  const [status, setStatus] = useState<ExportStatus>();
  const run = async (done: ExportStatus, take: (file: MarkdownFile) => void | Promise<void>) => {
    setStatus('working');
    try {
      const { exportMarkdown } = await import('../pages/export-markdown.ts');
      await take(exportMarkdown(chosen, posts));
      setStatus(done);
    } catch (error) {
      report('the export failed', error);
      setStatus('failed');
    }
  };
  return {
    onCopy: () => run('copied', ({ text }) => navigator.clipboard.writeText(text)),
    onDownload: () => run('downloaded', download),
    status,
  };
}

function download({ name, text }: MarkdownFile): void {
  saveBlob(name, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
}
