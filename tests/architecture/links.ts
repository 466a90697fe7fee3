import { type ESTree, Visitor } from 'vite';
import type { Unsafe } from './unsafe.ts';

/** The function that every address from data passes before it is a link's. */
const CHECKED_BY = 'toWebAddress';
/** Addresses that are made here, and lead nowhere else. */
const MADE_HERE = new Set([CHECKED_BY, 'createObjectURL', 'getURL']);
/** A page of the extension, a place in this one, or a query to it. */
const OWN_PAGE = /^(?:#|\?|\/?[\w-]+\.(?:html|txt))/;
const ADDRESSES = new Set(['href', 'src', 'formAction']);
const TIMERS = new Set(['setTimeout', 'setInterval']);
/** Elements that run what they load, and a function that does. */
const RUNS = new Set(['script', 'object', 'embed']);

type Line = (node: { start: number }) => number;
type Expression = { type: string };

/** Ways to run what came from elsewhere, and links that were not looked at or tell where one was. */
export function listUnsafeLinks(program: ESTree.Program, line: Line): Unsafe[] {
  const found: Unsafe[] = [];
  const add = (node: { start: number }, what: string) => found.push({ what, line: line(node) });
  new Visitor({
    Literal(node) {
      const scheme = /^\s*(?:javascript|vbscript|data:text\/html)/i;
      if (typeof node.value === 'string' && scheme.test(node.value) && node.value.includes(':')) {
        add(node, 'an address that is code');
      }
    },
    CallExpression(node) {
      const name = calledName(node);
      const [first] = node.arguments;
      if (name && TIMERS.has(name) && first && isText(first)) add(node, `${name} with a text`);
      if (name === 'importScripts') add(node, name);
      if (name === 'createElement' && first?.type === 'Literal' && RUNS.has(String(first.value))) {
        add(node, `an element <${first.value}>`);
      }
      if (name === 'open' && first && isOfWindow(node) && !isOwnPage(first)) {
        add(node, 'window.open of what is no page of Waymark’s');
      }
    },
    NewExpression({ callee, arguments: [address], ...node }) {
      const isWorker = callee.type === 'Identifier' && /^(?:Shared)?Worker$/.test(callee.name);
      // `new URL('./x.ts', import.meta.url)`: where it lies, the import rules look at.
      if (isWorker && address?.type !== 'NewExpression')
        add(node, 'a worker from nobody knows where');
    },
    AssignmentExpression({ left, right }) {
      const name = left.type === 'MemberExpression' ? left.property : undefined;
      const isAddress = name?.type === 'Identifier' && ADDRESSES.has(name.name);
      if (isAddress && !isSound(right)) add(left, `${name.name} without ${CHECKED_BY}`);
    },
    JSXOpeningElement({ name, attributes, ...node }) {
      // A component draws elements of its own, which are looked at where it does.
      if (name.type !== 'JSXIdentifier' || !/^[a-z]/.test(name.name)) return;
      const values = new Map<string, Expression | null>();
      for (const attribute of attributes) {
        if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
        const { value } = attribute;
        const inner = value?.type === 'JSXExpressionContainer' ? value.expression : value;
        values.set(attribute.name.name, inner);
        if (ADDRESSES.has(attribute.name.name) && inner && !isSound(inner)) {
          add(attribute, `${attribute.name.name} without ${CHECKED_BY}`);
        }
      }
      const rel = values.get('rel') as { value?: unknown } | undefined;
      if (values.has('target') && !/\bnoopener\b/.test(String(rel?.value))) {
        add(node, 'target without rel="noopener"');
      }
    },
  }).visit(program);
  return found;
}

function isSound(value: Expression): boolean {
  if (value.type === 'CallExpression') {
    return MADE_HERE.has(calledName(value as ESTree.CallExpression) ?? '');
  }
  return isOwnPage(value);
}

function isOwnPage(value: Expression): boolean {
  const { value: text, quasis } = value as { value?: unknown; quasis?: ESTree.TemplateElement[] };
  const start = value.type === 'TemplateLiteral' ? quasis?.[0]?.value.raw : text;
  return typeof start === 'string' && OWN_PAGE.test(start);
}

function isText({ type, ...node }: Expression): boolean {
  if (type === 'Literal') return typeof (node as { value?: unknown }).value === 'string';
  return type === 'TemplateLiteral' || type === 'BinaryExpression';
}

function calledName({ callee }: ESTree.CallExpression): string | undefined {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' ? name.name : undefined;
}

/** Whether `open` is the window's: others have one too. */
function isOfWindow({ callee }: ESTree.CallExpression): boolean {
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  return object?.type === 'Identifier' && /^(?:window|globalThis|self)$/.test(object.name);
}
