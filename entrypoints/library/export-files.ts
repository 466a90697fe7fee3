import type { ExportChoice } from '../../components/export-choice.ts';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { BLOG_AUTHOR } from '../../lib/blog/address.ts';
import type { Post } from '../../lib/blog/post.ts';
import { otherSiteOf } from '../../lib/blog/site.ts';
import { writeHtmlPage } from '../../lib/exchange/html-page.ts';
import { writeReadwiseCsv } from '../../lib/exchange/readwise.ts';
import { writeWaymarkJson } from '../../lib/exchange/waymark-json.ts';
import { writeWebAnnotations } from '../../lib/exchange/web-annotation.ts';
import { languageOf } from '../../lib/language/say.ts';
import type { AnnotatedPost } from '../../lib/markdown/annotated-post.ts';
import { writePieces } from '../../lib/markdown/document.ts';
import { toFileName } from '../../lib/markdown/file-name.ts';
import { listFileNames } from '../../lib/markdown/files.ts';
import type { StoredLibrary } from '../../lib/storage/library-repository.ts';
import { markdownWords } from '../pages/markdown-words.ts';
import { gather, type Pace } from '../pages/pace.ts';
import { isFlavour } from './export-content.ts';

/** A file to be, written when it is asked for. */
export interface FileToBe {
  name: string;
  type: string;
  write(pace: Pace): Promise<string[]>;
}

export interface Content {
  annotations: readonly Annotation[];
  /** The same under their posts. */
  annotated: readonly AnnotatedPost[];
  posts: readonly Post[];
  /** Read when all of it is to be exported. */
  readLibrary(): Promise<StoredLibrary>;
  /** The text of the template that was chosen. */
  template: string;
  now: Date;
}

/** What a collection of annotations is called; it is nowhere on the web. */
const COLLECTION = 'urn:waymark:library';

const MARKDOWN = { extension: '.md', type: 'text/markdown;charset=utf-8' };

const TYPES: Readonly<Record<string, { extension: string; type: string }>> = {
  html: { extension: '.html', type: 'text/html;charset=utf-8' },
  readwise: { extension: '.csv', type: 'text/csv;charset=utf-8' },
  'web-annotation': { extension: '.jsonld', type: 'application/ld+json' },
  waymark: { extension: '.json', type: 'application/json' },
};

/** The files of an export: one, or one for each post, of names that are all different. */
export function listFiles(choice: ExportChoice, content: Content): FileToBe[] {
  const { annotated, now } = content;
  const { extension, type } = TYPES[choice.format] ?? MARKDOWN;
  const rename = (name: string) => name.replace(/\.md$/, extension);
  if (choice.way === 'files') {
    const names = listFileNames(annotated);
    return annotated.map((post, i) => ({
      name: rename(names[i] ?? ''),
      type,
      write: (pace) => write(choice, { ...content, annotated: [post] }, pace),
    }));
  }
  const [only, ...others] = annotated;
  const name =
    only && others.length === 0 && choice.format !== 'waymark'
      ? toFileName(only.title, only.published)
      : toFileName('Waymark', now.toISOString());
  return [{ name: rename(name), type, write: (pace) => write(choice, content, pace) }];
}

async function write(choice: ExportChoice, content: Content, pace: Pace): Promise<string[]> {
  const { format, scope, labels } = choice;
  const { annotations, annotated, posts, now } = content;
  const words = markdownWords();
  if (isFlavour(format)) {
    const exported = choice.way === 'files' ? {} : { exported: now };
    const pieces = writePieces(annotated, { flavour: format, words, labels, ...exported });
    return gather(joined(pieces, format === 'logseq' ? '' : '\n'), pace);
  }
  switch (format) {
    case 'html':
      return gather(writeHtmlPage(annotated, { language: languageOf(), words }), pace);
    case 'readwise':
      return gather(writeReadwiseCsv(annotations, posts, authorOf), pace);
    case 'web-annotation':
      return gather(writeWebAnnotations(annotations, COLLECTION), pace);
    case 'waymark': {
      const library = scope === 'all' ? await content.readLibrary() : partOf(content);
      return gather(writeWaymarkJson(library, now), pace);
    }
    default: {
      const { fillTemplate } = await import('./fill-template.ts');
      return [await fillTemplate(content.template, annotated, pace)];
    }
  }
}

/** Of other sites nobody but their names is known. */
function authorOf(source: string): string {
  return otherSiteOf(source) ?? BLOG_AUTHOR;
}

function* joined(pieces: Iterable<{ markdown: string }>, separator: string): Generator<string> {
  let isFirst = true;
  for (const { markdown } of pieces) {
    yield isFirst ? markdown : `${separator}${markdown}`;
    isFirst = false;
  }
}

/** Some annotations with the posts they are on, as a library of their own. */
function partOf({ annotations, posts }: Content): StoredLibrary {
  const sources = new Set(annotations.map(({ target }) => target.source));
  return {
    annotations: [...annotations],
    posts: posts.filter(({ permalink }) => sources.has(permalink)),
    drafts: [],
    readings: [],
    colourNames: {},
  };
}
