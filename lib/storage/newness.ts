import type { Annotation } from '../annotation/annotation.ts';
import type { Database } from './database.ts';

/*
 * What is new since an export is told by when it was modified. Where the clock is set back after
 * one, what is written from then on would pass for exported: so it is modified after that, whatever
 * the clock says.
 */

/**
 * The instant of the last export, ISO 8601; the empty string while there was none. To be called
 * within a transaction of settings.
 */
export async function lastExportOf(settings: Database['settings']): Promise<string> {
  const value = (await settings.get('lastExports'))?.value;
  const instants = Object.values((value ?? {}) as Record<string, unknown>);
  return instants.map(String).reduce((last, one) => (one > last ? one : last), '');
}

/** Now, or the moment after the last export where that is later. */
export function nowAfter(lastExport: string): Date {
  const after = Date.parse(lastExport) + 1;
  return new Date(Math.max(Date.now(), Number.isNaN(after) ? 0 : after));
}

/** The annotation as one that is new since the last export; itself when it is. */
export function asNew(annotation: Annotation, lastExport: string): Annotation {
  if (annotation.modified > lastExport) return annotation;
  return { ...annotation, modified: nowAfter(lastExport).toISOString() };
}
