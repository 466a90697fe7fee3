import { useEffect, useRef } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import { Scrollable } from './scrollable.tsx';

/** How many parts of a file there are of each kind. */
export interface FileSummary {
  name: string;
  isNew: boolean;
  added: number;
  changed: number;
  /** No longer in the library: marked in the file, and left. */
  removed: number;
  /** Written in by the reader, and left as they are. */
  kept: number;
}

export interface ExportPlanProps {
  folder: string;
  /** Files that will be written. */
  files: readonly FileSummary[];
  /** Files that stay as they are. */
  unchanged: number;
}

/** What an export will change in a folder, before it does. */
export function ExportPlan({ folder, files, unchanged }: ExportPlanProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What the reader pressed has gone: the news are where they go on reading.
  useEffect(() => heading.current?.focus(), []);
  const made = files.filter(({ isNew }) => isNew).length;
  const counts = [
    made > 0 && sayCount('planNew', made),
    files.length > made && sayCount('planChanged', files.length - made),
    unchanged > 0 && sayCount('planUnchanged', unchanged),
  ].filter((sentence) => sentence !== false);
  return (
    <section class="export-plan">
      <h3 ref={heading} tabIndex={-1}>
        {files.length === 0 ? say('planNothing', folder) : say('planHeading', folder)}
      </h3>
      {counts.length > 0 && <p class="soft">{counts.join(' · ')}</p>}
      {files.length > 0 && (
        <Scrollable as="ul" class="plain-list export-files" aria-label={say('planFiles')}>
          {files.map((file) => (
            <li key={file.name}>
              <span class="export-file-name">{file.name}</span>
              <span class="export-file-parts">{partsOf(file)}</span>
            </li>
          ))}
        </Scrollable>
      )}
    </section>
  );
}

function partsOf({ isNew, added, changed, removed, kept }: FileSummary): string {
  if (isNew) return say('planNewFile');
  return [
    added > 0 && sayCount('planPartsAdded', added),
    changed > 0 && sayCount('planPartsChanged', changed),
    removed > 0 && sayCount('planPartsRemoved', removed),
    kept > 0 && sayCount('planPartsKept', kept),
  ]
    .filter((sentence) => sentence !== false)
    .join(', ');
}
