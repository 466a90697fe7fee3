import { type ESTree, parseSync, Visitor } from 'vite';
import { listWaits, type ModuleWaits } from './awaits.ts';
import { type HardCoded, listHardCoded } from './hard-coded.ts';
import { listUnsafeLinks } from './links.ts';
import { listUnsafe, type Unsafe } from './unsafe.ts';

/** One mention of another module. */
export interface Import {
  /** As written; undefined when it is computed, so that nobody can tell what it names. */
  specifier: string | undefined;
  /**
   * A type import leaves no trace when the module runs. One whose *names* alone are marked
   * (`import { type A }`) does: the module itself is still loaded (`verbatimModuleSyntax`).
   */
  kind: 'value' | 'type';
  line: number;
}

/** What the rules need to know of a module. */
export interface Module {
  path: string;
  imports: Import[];
  /** Lines of text. */
  length: number;
  /** Where it has a default export. */
  defaultExport: number | undefined;
  /** True when it passes on what others export, and has nothing of its own. */
  isBarrel: boolean;
  hasFunctions: boolean;
  unsafe: Unsafe[];
  /** Words for a reader, which belong into the messages. */
  hardCoded: HardCoded[];
  /** What it waits for, in transactions and elsewhere. */
  waits: ModuleWaits;
}

type Line = (node: { start: number }) => number;

/**
 * Parse a module with the parser that also builds the extension.
 *
 * @throws SyntaxError when it does not parse: nothing could be said about it then.
 */
export function parseModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const line: Line = ({ start }) => text.slice(0, start).split('\n').length;
  const defaultExport = program.body.find(isDefaultExport);
  return {
    path,
    imports: listImports(program, line),
    length: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    defaultExport: defaultExport && line(defaultExport),
    isBarrel: program.body.some(isReExport) && program.body.every(passesOn),
    hasFunctions: hasFunctions(program),
    unsafe: [...listUnsafe(program, line), ...listUnsafeLinks(program, line)],
    hardCoded: listHardCoded(program, line),
    waits: listWaits(program, text, line),
  };
}

function listImports(program: ESTree.Program, line: Line): Import[] {
  const imports: Import[] = [];
  const add = (node: { start: number }, specifier: string | undefined, kind: string = 'value') =>
    imports.push({ specifier, kind: kind === 'type' ? 'type' : 'value', line: line(node) });
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind),
    ExportNamedDeclaration(node) {
      if (node.source) add(node, node.source.value, node.exportKind);
    },
    ImportExpression: (node) => add(node, constantOf(node.source)),
    NewExpression({ callee, arguments: [address, base], ...node }) {
      // A worker is named by its address beside this module, `new URL('./x.ts', import.meta.url)`.
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL' && base !== undefined;
      const named = isUrl && address?.type === 'Literal' ? constantOf(address) : undefined;
      if (named?.endsWith('.ts')) add(node, named);
    },
    TSImportType: (node) => add(node, node.source.value, 'type'),
    MemberExpression(node) {
      // Vite's `import.meta.glob` imports by pattern, which no table can judge.
      const isGlob = node.property.type === 'Identifier' && node.property.name === 'glob';
      if (node.object.type === 'MetaProperty' && isGlob) add(node, undefined);
    },
  }).visit(program);
  return imports.sort((a, b) => a.line - b.line);
}

function constantOf(node: ESTree.Expression): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  const isPlain = node.type === 'TemplateLiteral' && node.expressions.length === 0;
  return isPlain ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}

type Statement = ESTree.Program['body'][number];

function isDefaultExport(statement: Statement): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true;
  return (
    statement.type === 'ExportNamedDeclaration' &&
    statement.specifiers.some(
      ({ exported }) => exported.type === 'Identifier' && exported.name === 'default',
    )
  );
}

function isReExport(statement: Statement): boolean {
  return (
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && statement.specifiers.length > 0)
  );
}

function passesOn(statement: Statement): boolean {
  return statement.type === 'ImportDeclaration' || isReExport(statement);
}

function hasFunctions(program: ESTree.Program): boolean {
  let found = false;
  const find = () => {
    found = true;
  };
  new Visitor({
    FunctionDeclaration: find,
    FunctionExpression: find,
    ArrowFunctionExpression: find,
    ClassDeclaration: find,
    ClassExpression: find,
  }).visit(program);
  return found;
}
