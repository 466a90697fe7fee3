import './data-summary.css';
import { languageOf, say } from '../lib/language/say.ts';
import type { Counts } from '../lib/storage/inventory.ts';
import { toFileSize } from './file-size.ts';

export interface DataSummaryProps {
  /** `undefined` while it is being counted. */
  counts: Counts | undefined;
  /** Bytes; `undefined` while the browser has not told. */
  space: number | undefined;
}

/** What is kept of the reader's, how much of it, and where it goes: nowhere. */
export function DataSummary({ counts, space }: DataSummaryProps) {
  const rows: [heading: string, amount: string | undefined][] = [
    [say('dataNotes'), counts && toNumber(counts.annotations)],
    [say('dataBin'), counts && toNumber(counts.deleted)],
    [say('dataPosts'), counts && toNumber(counts.posts)],
    [say('dataReadings'), counts && toNumber(counts.readings)],
    [say('dataSpace'), space === undefined ? say('dataSpaceUnknown') : toFileSize(space)],
  ];
  return (
    <div class="data-summary">
      <p>{say('dataPlace')}</p>
      <p>{say('dataStored')}</p>
      <p>{say('dataSent')}</p>
      <dl class="data-counts">
        {rows.map(([heading, amount]) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{amount ?? '…'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function toNumber(count: number): string {
  return count.toLocaleString(languageOf());
}
