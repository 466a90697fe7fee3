import { type MessageName, say } from '../lib/language/say.ts';

export type ExportStatus = 'working' | 'copied' | 'downloaded' | 'failed';

const SENTENCES: Record<ExportStatus, MessageName> = {
  working: 'exportWorking',
  copied: 'exportCopied',
  downloaded: 'exportDownloaded',
  failed: 'exportFailed',
};

export interface ExportStatusLineProps {
  status: ExportStatus | undefined;
}

/** How an export goes. Keep it in the page while it is empty, as a live region must be. */
export function ExportStatusLine({ status }: ExportStatusLineProps) {
  return <p role="status">{status && say(SENTENCES[status])}</p>;
}
