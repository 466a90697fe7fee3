import type { Choice } from '../../components/choice-group.tsx';
import type {
  ExportFormat,
  ExportSubject,
  ExportWay,
  FormatGroup,
} from '../../components/export-choice.ts';
import { languageOf, type MessageName, say } from '../../lib/language/say.ts';
import { canUseFolders } from './export-folder.ts';
import type { TemplateEntry } from './use-templates.ts';

/** The formats that are no templates: their names, what they are good for, and where they can go. */
const FORMATS: Readonly<
  Record<string, { label: MessageName; hint: MessageName; ways: readonly ExportWay[] }>
> = {
  commonmark: {
    label: 'formatCommonmark',
    hint: 'formatCommonmarkHint',
    ways: ['file', 'files', 'copy', 'folder'],
  },
  obsidian: {
    label: 'formatObsidian',
    hint: 'formatObsidianHint',
    ways: ['file', 'files', 'copy', 'folder'],
  },
  logseq: {
    label: 'formatLogseq',
    hint: 'formatLogseqHint',
    ways: ['file', 'files', 'copy', 'folder'],
  },
  html: { label: 'formatHtml', hint: 'formatHtmlHint', ways: ['file', 'files'] },
  waymark: { label: 'formatWaymark', hint: 'formatWaymarkHint', ways: ['file'] },
  'web-annotation': { label: 'formatW3c', hint: 'formatW3cHint', ways: ['file', 'copy'] },
  readwise: { label: 'formatReadwise', hint: 'formatReadwiseHint', ways: ['file'] },
};

const MARKDOWN: readonly ExportFormat[] = ['commonmark', 'obsidian', 'logseq'];
const OTHERS: readonly ExportFormat[] = ['html', 'waymark', 'web-annotation', 'readwise'];

const OF_TEMPLATES: readonly ExportWay[] = ['file', 'files', 'copy'];

const WAY_NAMES: Record<ExportWay, MessageName> = {
  file: 'wayFile',
  files: 'wayFiles',
  copy: 'wayCopy',
  folder: 'wayFolder',
};

const SUBJECT_NAMES: Record<ExportSubject, MessageName> = {
  selected: 'subjectSelected',
  found: 'subjectFound',
  post: 'subjectPost',
  new: 'subjectNew',
  all: 'exportAll',
};

/** All formats, by what they are. */
export function formatGroups(templates: readonly TemplateEntry[]): FormatGroup[] {
  const named = (key: ExportFormat) => ({ key, label: say(FORMATS[key]?.label ?? 'templates') });
  return [
    { label: say('formatsMarkdown'), formats: MARKDOWN.map(named) },
    {
      label: say('formatsTemplates'),
      formats: templates.map(({ id, name }) => ({ key: `template:${id}`, label: name })),
    },
    { label: say('formatsOther'), formats: OTHERS.map(named) },
  ];
}

export function hintOf(format: ExportFormat): string {
  return say(FORMATS[format]?.hint ?? 'formatTemplateHint');
}

/** Where a format can go, in this browser. */
export function waysOf(format: ExportFormat): ExportWay[] {
  const ways = FORMATS[format]?.ways ?? OF_TEMPLATES;
  return ways.filter((way) => way !== 'folder' || canUseFolders());
}

export function namedWays(format: ExportFormat): Choice<ExportWay>[] {
  return waysOf(format).map((key) => ({ key, label: say(WAY_NAMES[key]) }));
}

/** What can be exported, with how much that is. */
export function namedSubject(
  key: ExportSubject,
  count: number,
  last?: string,
): Choice<ExportSubject> {
  const since =
    last === undefined
      ? ''
      : say(
          'subjectSince',
          new Date(last).toLocaleString(languageOf(), { dateStyle: 'medium', timeStyle: 'short' }),
        );
  return {
    key,
    label: say(SUBJECT_NAMES[key]),
    detail: [say('number', count), since].filter(Boolean).join(' · '),
  };
}
