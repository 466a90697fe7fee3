import { type ESTree, Visitor } from 'vite';

/** A use of something that no module of the extension may use. */
export interface Unsafe {
  what: string;
  line: number;
}

/** Calls and properties that take text for markup or for code, whoever wrote the text. */
const FORBIDDEN_NAMES = new Set([
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
]);
/** Reading them is harmless. */
const FORBIDDEN_TO_SET = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const FORBIDDEN_MEMBERS = new Set(['console.log', 'document.write', 'document.writeln']);
const FORBIDDEN_CALLS = new Set(['eval', 'Function']);
/** The browser's own objects for extensions: see `transport.ts`. */
const EXTENSION_GLOBALS = new Set(['chrome', 'browser']);

/** Everything unsafe in a module; where the extension's API is used, `browser` is named too. */
export function listUnsafe(
  program: ESTree.Program,
  line: (node: { start: number }) => number,
): Unsafe[] {
  const found: Unsafe[] = [];
  const add = (node: { start: number }, what: string) => found.push({ what, line: line(node) });
  const addCall = (node: ESTree.CallExpression | ESTree.NewExpression) => {
    const { callee } = node;
    const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
    if (name && FORBIDDEN_CALLS.has(name)) add(node, name);
  };
  const addName = (node: { start: number }, name: string | undefined) => {
    if (name && FORBIDDEN_NAMES.has(name)) add(node, name);
  };
  new Visitor({
    AssignmentExpression({ left }) {
      const name = left.type === 'MemberExpression' ? nameOf(left.property) : undefined;
      if (name && FORBIDDEN_TO_SET.has(name)) add(left, name);
    },
    Property({ key }) {
      const name = nameOf(key);
      addName(key, name);
      if (name && FORBIDDEN_TO_SET.has(name)) add(key, name);
    },
    JSXAttribute({ name }) {
      const attribute = name.type === 'JSXIdentifier' ? name.name : undefined;
      addName(name, attribute);
      if (attribute && FORBIDDEN_TO_SET.has(attribute)) add(name, attribute);
    },
    MemberExpression({ object, property }) {
      const name = nameOf(property);
      addName(property, name);
      const member = `${nameOf(object)}.${name}`;
      if (FORBIDDEN_MEMBERS.has(member)) add(object, member);
      const globalName = nameOf(object) === 'globalThis' ? name : nameOf(object);
      if (object.type === 'Identifier' && globalName && EXTENSION_GLOBALS.has(globalName)) {
        add(object, globalName);
      }
    },
    CallExpression: addCall,
    NewExpression: addCall,
  }).visit(program);
  return found;
}

/** The name an expression or a key is written with: `a`, `.a` and `['a']` are all "a". */
function nameOf(node: { type: string; name?: unknown; value?: unknown }): string | undefined {
  const name = node.type === 'Literal' ? node.value : node.name;
  return typeof name === 'string' ? name : undefined;
}

/** Whether it is the extension's API, which some modules may use, unlike all the rest. */
export function isExtensionGlobal({ what }: Unsafe): boolean {
  return EXTENSION_GLOBALS.has(what);
}
