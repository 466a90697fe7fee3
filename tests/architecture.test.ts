import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  BROKEN,
  HARMLESS,
  linesOf,
  SOUND,
  used,
  WORDLESS,
} from './architecture/broken-projects.ts';
import { createGraph, type Graph } from './architecture/graph.ts';
import {
  checkBrowser,
  checkContentScript,
  checkCycles,
  checkDexie,
  checkRooms,
  checkSpecifiers,
} from './architecture/import-rules.ts';
import {
  checkBarrels,
  checkDeadModules,
  checkDefaultExports,
  checkLengths,
  checkNames,
  checkUnsafe,
} from './architecture/module-rules.ts';
import { readSourceTree } from './architecture/source-tree.ts';
import { checkTransactions } from './architecture/transaction-rules.ts';
import { toLine, type Violation } from './architecture/violation.ts';
import { checkWords } from './architecture/word-rules.ts';
import { readMessagesFile } from './language/messages-file.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Names of messages are no words, unless they are also words, as `close` is. */
const MESSAGES = new Set(
  Object.keys(readMessagesFile('en')).filter((name) => /\p{Lu}/u.test(name)),
);

type Check = (graph: Graph) => Violation[];

const RULES: [title: string, check: Check][] = [
  ['rooms import only what the design lets them', checkRooms],
  ['every import names a module that is there, by its path', checkSpecifiers],
  ['only the rooms of the database see Dexie', checkDexie],
  ['only the transport and entrypoints see the browser', checkBrowser],
  ['the content script carries no database and no HTML parser', checkContentScript],
  ['no modules import each other in a circle', checkCycles],
  ['no module is a barrel', checkBarrels],
  ['no name says nothing', checkNames],
  ['exports have names, except where WXT asks', checkDefaultExports],
  ['modules are short enough to hold one idea', checkLengths],
  ['every module is used', checkDeadModules],
  ['text is never taken for markup or code, and nothing is logged in passing', checkUnsafe],
  ['nothing but Dexie is waited for inside a transaction', checkTransactions],
  ['no words for the reader stand in the source', (graph) => checkWords(graph, MESSAGES)],
];

describe('in this project', () => {
  const tree = readSourceTree(ROOT);
  const graph = createGraph(tree);

  test('the source has been found', () => {
    expect(tree.has('lib/anchoring/locate.ts')).toBe(true);
    expect(tree.has('components/icons.tsx')).toBe(true);
    expect(tree.has('tests/architecture.test.ts')).toBe(true);
    expect(graph.edgesOf('entrypoints/blog.content/start.ts').length).toBeGreaterThan(5);
  });

  test.each(RULES)('%s', (_, check) => {
    expect(check(graph).map(toLine)).toEqual([]);
  });
});

/** What the rules say of a project that is sound but for these modules. */
function judge(changes: Record<string, string>): string[] {
  const graph = createGraph(new Map(Object.entries({ ...SOUND, ...changes })));
  return RULES.flatMap(([, check]) => check(graph)).map(toLine);
}

describe('the rules', () => {
  test('have nothing to say of a project that keeps them', () => {
    expect(judge({})).toEqual([]);
  });

  test.each(BROKEN)('find %s', (_, changes, violation) => {
    expect(judge(changes)).toEqual([violation]);
  });

  test.each(WORDLESS)('do not take `%s` for words', (code) => {
    expect(judge(used('components/x.tsx', `\nexport const x = () => ${code};\n`))).toEqual([]);
  });

  test.each(HARMLESS)('do not take `%s` for a danger', (code) => {
    const graph = createGraph(new Map([['components/x.tsx', `export const x = () => ${code};\n`]]));
    expect(checkUnsafe(graph).map(toLine)).toEqual([]);
  });

  test('take the name of a message for no words', () => {
    const graph = createGraph(
      new Map([['components/x.tsx', "export const LABELS = { label: 'viewNotes' };\n"]]),
    );
    expect(checkWords(graph, new Set(['viewNotes']))).toEqual([]);
    expect(checkWords(graph, new Set())).toHaveLength(1);
  });

  test('let a table of data be as long as what it lists', () => {
    expect(judge(used('lib/relatedness/stop-words.ts', linesOf(400)))).toEqual([]);
  });

  test('let what is long in all allow what is just short enough', () => {
    expect(judge(used('lib/blog/x.ts', linesOf(150)))).toEqual([]);
  });

  test('do not pass over a module that cannot be read', () => {
    expect(() => judge({ 'lib/blog/x.ts': 'export const = 1;\n' })).toThrow(SyntaxError);
  });
});
