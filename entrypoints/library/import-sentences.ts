import type { Refusal } from '../../lib/exchange/foreign-note.ts';
import { ImportError, type ImportFault } from '../../lib/exchange/import-error.ts';
import type { FormatName } from '../../lib/exchange/read-file.ts';
import { type CountedName, type MessageName, say, sayCount } from '../../lib/language/say.ts';
import { report } from '../pages/report.ts';
import type { FilePlan } from './plan-file.ts';

const FAULTS: Record<ImportFault, MessageName> = {
  empty: 'importEmpty',
  'too-large': 'importTooLarge',
  'too-deep': 'importTooDeep',
  'too-many': 'importTooMany',
  'not-text': 'importNotText',
  'not-json': 'importNotJson',
  'not-csv': 'importNotCsv',
  'unknown-format': 'importUnknown',
  'newer-version': 'importNewer',
  malformed: 'importMalformed',
};

const REFUSALS: Record<Refusal, CountedName> = {
  'not-on-the-blog': 'refusedElsewhere',
  'unknown-post': 'refusedUnknownPost',
  'nothing-in-it': 'refusedNothing',
  'a-reply': 'refusedReply',
  malformed: 'refusedMalformed',
};

const FORMATS: Record<FormatName, MessageName> = {
  waymark: 'formatWaymark',
  'web-annotation': 'formatW3c',
  hypothesis: 'formatHypothesis',
  readwise: 'formatReadwise',
  'web-clipper': 'formatWebClipper',
  kindle: 'formatKindle',
};

export function nameOfFormat(format: FormatName): string {
  return say(FORMATS[format]);
}

/** Why a file cannot be imported: one sentence, and where in the file, when that is known. */
export function faultOf(error: unknown): string {
  if (!(error instanceof ImportError)) {
    report('the import failed', error);
    return say('workFailed');
  }
  const sentence = say(FAULTS[error.fault]);
  const isPlace = error.where !== '' && (error.fault === 'malformed' || error.fault === 'not-json');
  return isPlace ? `${sentence} ${say('importWhere', error.where)}` : sentence;
}

/** The notes of a file that are not taken, and why, with the first of them. */
export function refusalsOf({ head }: FilePlan): string[] {
  return head.refused.map(
    ({ why, count, examples }) =>
      `${sayCount(REFUSALS[why], count)} ${say('importExamples', examples.join(', '))}`,
  );
}

/** What an import brings, beside notes. */
export function othersOf({ others }: Pick<FilePlan, 'others'>): string[] {
  const { posts, readings, drafts, colourNames } = others;
  const counted: readonly [CountedName, number][] = [
    ['importPosts', posts.length],
    ['importReadings', readings.length],
    ['importDrafts', drafts.length],
    ['importColours', Object.keys(colourNames).length],
  ];
  return counted.filter(([, count]) => count > 0).map(([name, count]) => sayCount(name, count));
}
