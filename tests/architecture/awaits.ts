import type { ESTree } from 'vite';

/** What a stretch of code waits for, as far as a transaction of Dexie's is concerned. */
export interface Waits {
  /** What is not Dexie's: while it is waited for, IndexedDB closes the transaction. */
  foreign: { what: string; line: number }[];
  /** The functions of this module or another that are waited for: theirs count too. */
  calls: string[];
}

/** The waiting of a module: by name of its functions, and in each of its transactions. */
export interface ModuleWaits {
  functions: ReadonlyMap<string, Waits>;
  transactions: readonly Waits[];
}

type Line = (node: { start: number }) => number;
type Node = { type: string; start: number; end: number } & Record<string, unknown>;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** What stands around an expression and changes nothing of it. */
const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'ParenthesizedExpression']);
const WAIT_FOR_ALL = new Set(['Promise.all', 'Promise.allSettled', 'Dexie.Promise.all']);
/** Types of what belongs to the database. */
const OF_DATABASE = /\b(?:Database|EntityTable|Table|Transaction)\b/;

/** All that a module waits for, function by function and transaction by transaction. */
export function listWaits(program: ESTree.Program, text: string, line: Line): ModuleWaits {
  const tables = new Set(['database', 'Dexie']);
  const values = new Map<string, Node>();
  const functions = new Map<string, Node>();
  const bodies: Node[] = [];
  walk(program as unknown as Node, (node) => {
    if (node.type === 'VariableDeclarator') {
      const [id, init] = [node.id as Node, unwrap(node.init)];
      if (init && id.type === 'Identifier') {
        (FUNCTIONS.has(init.type) ? functions : values).set(String(id.name), init);
      } else if (init && tables.has(rootOf(init)))
        names(id).forEach((name) => void tables.add(name));
    }
    if (node.type === 'FunctionDeclaration') functions.set(String((node.id as Node).name), node);
    if (FUNCTIONS.has(node.type)) {
      for (const parameter of node.params as Node[]) {
        const type = parameter.typeAnnotation as Node | undefined;
        if (!type || !OF_DATABASE.test(text.slice(type.start, type.end))) continue;
        names(parameter).forEach((name) => void tables.add(name));
      }
    }
    if (node.type === 'CallExpression' && rootOf(node.callee as Node) === 'database') {
      // What the database hands to a function is its own: each of its tables, say.
      const handed = (node.arguments as Node[]).filter(({ type }) => FUNCTIONS.has(type));
      const parameters = handed.flatMap(({ params }) => params as Node[]);
      parameters.flatMap(names).forEach((name) => void tables.add(name));
    }
    const body = node.type === 'CallExpression' ? transactionOf(node) : undefined;
    if (body) {
      // A migration is given the transaction it is in.
      (body.params as Node[]).flatMap(names).forEach((name) => void tables.add(name));
      bodies.push(body);
    }
  });

  const isTable = (name: string): boolean => {
    if (tables.has(name)) return true;
    const value = values.get(name);
    return value !== undefined && rootOf(value) !== name && isTable(rootOf(value));
  };
  const waitsOf = (code: Node): Waits => {
    const waits: Waits = { foreign: [], calls: [] };
    const judge = (node: Node | undefined): void => {
      const awaited = unwrap(node);
      if (!awaited || awaited.type === 'Literal') return;
      const called = awaited.type === 'CallExpression' ? unwrap(awaited.callee) : undefined;
      if (awaited.type === 'ConditionalExpression') {
        for (const branch of [awaited.consequent, awaited.alternate]) judge(branch as Node);
      } else if (awaited.type === 'ArrayExpression') (awaited.elements as Node[]).forEach(judge);
      else if (called && WAIT_FOR_ALL.has(text.slice(called.start, called.end))) {
        judge((awaited.arguments as Node[])[0]);
      } else if (called && nameOf(called.property) === 'map') {
        judge(unwrap((awaited.arguments as Node[])[0])?.body as Node);
      } else if (called?.type === 'Identifier') waits.calls.push(String(called.name));
      else if (!isTable(rootOf(awaited))) {
        waits.foreign.push({ what: text.slice(awaited.start, awaited.end), line: line(awaited) });
      }
    };
    if ((code.body as Node).type !== 'BlockStatement') judge(code.body as Node);
    walk(code, (node) => {
      if (node.type === 'AwaitExpression') judge(node.argument as Node);
      if (node.type === 'ForOfStatement' && node.await) judge(node.right as Node);
    });
    return waits;
  };
  return {
    functions: new Map(Array.from(functions, ([name, code]) => [name, waitsOf(code)])),
    transactions: bodies.map(waitsOf),
  };
}

/** The function that runs in a transaction, if the call begins one or migrates a schema. */
function transactionOf({ callee, arguments: given }: Node): Node | undefined {
  const method = nameOf((callee as Node).property);
  if (method !== 'transaction' && method !== 'upgrade') return undefined;
  const last = unwrap((given as Node[]).at(-1));
  return last && FUNCTIONS.has(last.type) ? last : undefined;
}

/** The name a chain of calls and members begins with; empty when it begins with something else. */
function rootOf(node: Node): string {
  const inner = unwrap(node);
  if (inner?.type === 'Identifier') return String(inner.name);
  if (inner?.type === 'MemberExpression') return rootOf(inner.object as Node);
  return inner?.type === 'CallExpression' ? rootOf(inner.callee as Node) : '';
}

function nameOf(node: unknown): unknown {
  return (node as Node | undefined)?.name;
}

/** The names a pattern binds. */
function names(pattern: Node): string[] {
  const found: string[] = [];
  if (pattern.type === 'Identifier') return [String(pattern.name)];
  for (const property of (pattern.properties ?? []) as Node[]) {
    const value = property.value as Node | undefined;
    if (value?.type === 'Identifier') found.push(String(value.name));
  }
  return found;
}

function unwrap(node: unknown): Node | undefined {
  const inner = node as Node | undefined;
  return inner && (WRAPPERS.has(inner.type) || inner.type === 'ChainExpression')
    ? unwrap(inner.expression)
    : inner;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && 'type' in child) walk(child as Node, visit);
    }
  }
}
