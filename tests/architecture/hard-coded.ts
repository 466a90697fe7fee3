import type { ESTree } from 'vite';

/** Words for a reader that stand in the source, where no other language can reach them. */
export interface HardCoded {
  text: string;
  line: number;
}

/** Attributes that are shown or read out. */
const SHOWN_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);
/** Attributes that no reader ever reads: classes, and the lines of a drawing. */
const UNREAD_ATTRIBUTES = new Set(['class', 'd']);
/** Properties and names whose value is shown, by what they are called: `label`, `emptyText`. */
const SHOWN_NAMES =
  /^(?:caption|failure|heading|hint|label|legend|message|placeholder|remark|says|title)$|(?:Caption|Failure|Heading|Hint|Label|Legend|Message|Placeholder|Remark|Text|Title)$/;
/** Names are the same in every language. */
const PROPER_NAMES = new Set(['Waymark']);
/** Keys are called what is written on them; browsers' own menus do so in every language. */
const KEYS = /\b(?:Alt|Backspace|Ctrl|Del|Enter|Esc|Meta|Shift|Tab)\b/g;
const LETTER = /\p{L}/u;
/** Begins like a sentence and goes on: nothing else in the source looks like this. */
const SENTENCE = /^\p{Lu}[\p{L}\p{N}’'*]*[,:]?\s+[\p{L}$]/u;
/** Nodes that hand on what is inside them, and nothing else. */
const TRANSPARENT = new Set([
  'ArrayExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'JSXExpressionContainer',
  'JSXFragment',
  'SpreadElement',
]);

/** Whether a reader sees what a node comes to. */
type Audience = 'reader' | 'perhaps' | 'nobody';

type Node = { type: string; start: number } & Record<string, unknown>;

/**
 * Every text in a module that is meant for a reader: in JSX, in attributes and under names that
 * are shown, and whatever reads like a sentence. Text in an element that says `translate="no"` is
 * left alone, as are messages of errors and of the console.
 */
export function listHardCoded(
  program: ESTree.Program,
  line: (node: { start: number }) => number,
): HardCoded[] {
  const found: HardCoded[] = [];
  const judge = (node: Node, text: string, audience: Audience) => {
    if (audience === 'nobody') return;
    const isWords = (audience === 'reader' ? LETTER : SENTENCE).test(text.replace(KEYS, ''));
    if (isWords && !PROPER_NAMES.has(text.trim())) {
      found.push({ text: text.trim().replace(/\s+/g, ' '), line: line(node) });
    }
  };
  const lookInto = (node: Node, audience: Audience) => {
    for (const child of childrenOf(node)) look(child, audience);
  };
  const lookAt = (value: unknown, audience: Audience) => {
    if (isNode(value)) look(value, audience);
  };

  const byType: Record<string, (node: Node, audience: Audience) => void> = {
    JSXText: (node) => judge(node, String(node.value), 'reader'),
    Literal(node, audience) {
      if (typeof node.value === 'string') judge(node, node.value, audience);
    },
    TemplateLiteral(node, audience) {
      const quasis = node.quasis as { value: { cooked: string } }[];
      judge(node, quasis.map(({ value }) => value.cooked).join('$'), audience);
      for (const part of node.expressions as Node[]) look(part, audience);
    },
    JSXElement({ openingElement, children }) {
      lookAt(openingElement, 'perhaps');
      if (isUntranslated(openingElement as Node)) return;
      for (const child of children as Node[]) look(child, 'reader');
    },
    JSXAttribute({ name, value }) {
      const attribute = nameOf(name) ?? '';
      if (UNREAD_ATTRIBUTES.has(attribute)) return;
      const isRead = SHOWN_ATTRIBUTES.has(attribute) || SHOWN_NAMES.test(attribute);
      lookAt(value, isRead ? 'reader' : 'perhaps');
    },
    Property: ({ key, value }) => lookAt(value, audienceOf(key)),
    VariableDeclarator: ({ id, init }) => lookAt(init, audienceOf(id)),
    ConditionalExpression(node, audience) {
      lookAt(node.test, 'perhaps');
      lookAt(node.consequent, audience);
      lookAt(node.alternate, audience);
    },
    LogicalExpression(node, audience) {
      lookAt(node.left, node.operator === '&&' ? 'perhaps' : audience);
      lookAt(node.right, audience);
    },
    BinaryExpression: (node, audience) =>
      lookInto(node, node.operator === '+' ? audience : 'nobody'),
    ArrowFunctionExpression: (node, audience) =>
      lookAt(node.body, node.expression ? audience : 'perhaps'),
    CallExpression(node) {
      if (!isForDevelopers(node)) lookInto(node, 'perhaps');
    },
    NewExpression(node) {
      if (!isForDevelopers(node)) lookInto(node, 'perhaps');
    },
  };
  const look = (node: Node, audience: Audience) => {
    const lookByType = byType[node.type];
    if (lookByType) lookByType(node, audience);
    else lookInto(node, TRANSPARENT.has(node.type) ? audience : 'perhaps');
  };
  look(program as unknown as Node, 'perhaps');
  return found;
}

function audienceOf(name: unknown): Audience {
  return SHOWN_NAMES.test(nameOf(name) ?? '') ? 'reader' : 'perhaps';
}

function isUntranslated(opening: Node): boolean {
  return (opening.attributes as Node[]).some(({ name, value }) => {
    const written = isNode(value) && isNode(value.expression) ? value.expression : value;
    return nameOf(name) === 'translate' && [false, 'no'].includes((written as Node).value as never);
  });
}

/** A call that writes to the console, or makes an error. */
function isForDevelopers({ callee, type }: Node): boolean {
  if (!isNode(callee)) return false;
  if (type === 'NewExpression') return /Error$/.test(nameOf(callee) ?? '');
  return callee.type === 'MemberExpression' && nameOf(callee.object) === 'console';
}

function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const name = node.type === 'Literal' ? node.value : node.name;
  return typeof name === 'string' ? name : undefined;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
