// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts of modules
/** A project in which every rule is kept, although it tries. */
export const SOUND: Readonly<Record<string, string>> = {
  'entrypoints/background/index.ts':
    "import { save } from '../../lib/storage/save.ts';\nexport default save;\n",
  'entrypoints/blog.content/index.ts':
    "import '../../components/a.css?inline';\nimport type { Row } from '../../lib/blog/html.ts';\nimport { ask } from '../../lib/messaging/transport.ts';\nexport default (row: Row) => ask(row);\n",
  'entrypoints/popup/main.tsx': "import { View } from '../../components/view.tsx';\nView();\n",
  'lib/annotation/note.ts': 'export const note = 1;\n',
  'lib/blog/html.ts': "export { Parser as Row } from 'htmlparser2';\nexport const own = 1;\n",
  'lib/storage/save.ts':
    "import { Dexie } from 'dexie';\nimport { note } from '../annotation/note.ts';\nimport { keep } from './keep.ts';\nexport const save = (database, at) => { const { table } = database; return [Dexie, note, database.transaction('rw', table, async () => { const found = table.where('a').equals(at); await Promise.all([found.count(), at ? table.clear() : keep(table, at)]); await Promise.all(database.tables.map((each) => each.clear())); }), fetch(at)]; };\n",
  'lib/storage/keep.ts':
    'export async function keep(table: Table<number>, at: number) {\n  await table.put(at);\n}\nexport const fetchLater = async () => await fetch("x");\n',
  'lib/messaging/transport.ts':
    "import browser from 'webextension-polyfill';\nexport const ask = browser.runtime;\n",
  'components/view.tsx':
    "import { note } from '../lib/annotation/note.ts';\nimport type { save } from '../lib/storage/save.ts';\nexport const View = (p: typeof save) => <p data-note=\"console.log eval( innerHTML = '' import('dexie')\">{note}{p}</p>;\n",
  'tests/a.test.ts': "import '../entrypoints/popup/main.tsx';\n",
};

/** A module of so many lines. */
export function linesOf(count: number): string {
  return `export const x = 1;\n${'//\n'.repeat(count - 1)}`;
}

/** A module that something leads to. */
export function used(path: string, text: string): Record<string, string> {
  return {
    [path]: text,
    'tests/b.test.ts': `import '../${path}';
`,
  };
}

/** What breaks a rule, the modules that do it, and what is said of them. */
export const BROKEN: [what: string, changes: Record<string, string>, violation: string][] = [
  [
    'a room that imports another which it may not',
    used(
      'lib/annotation/x.ts',
      "\nimport { own } from '../blog/html.ts';\nexport const x = own;\n",
    ),
    'lib/annotation/x.ts:2 lib/annotation may not import lib/blog: ../blog/html.ts',
  ],
  [
    'a type import that the table does not allow',
    used('lib/blog/x.ts', "export type X = typeof import('../storage/save.ts').save;\n"),
    'lib/blog/x.ts:1 lib/blog may not import lib/storage: ../storage/save.ts',
  ],
  [
    'a dynamic import that the table does not allow',
    used('lib/blog/x.ts', "export const x = () => import('../messaging/transport.ts');\n"),
    'lib/blog/x.ts:1 lib/blog may not import lib/messaging: ../messaging/transport.ts',
  ],
  [
    're-exports that the table does not allow',
    used('lib/blog/x.ts', "export const x = 1;\nexport * from '../storage/save.ts';\n"),
    'lib/blog/x.ts:2 lib/blog may not import lib/storage: ../storage/save.ts',
  ],
  [
    'a component that uses a value of a room',
    used('components/x.tsx', "import { own } from '../lib/blog/html.ts';\nexport const x = own;\n"),
    'components/x.tsx:1 components may not import values of lib/blog: ../lib/blog/html.ts',
  ],
  [
    'a component whose import loads a room for the sake of a type',
    used(
      'components/x.tsx',
      "import { type own } from '../lib/blog/html.ts';\nexport type X = typeof own;\n",
    ),
    'components/x.tsx:1 components may not import values of lib/blog: ../lib/blog/html.ts',
  ],
  [
    'a room that imports a component',
    used(
      'lib/blog/x.ts',
      "import { View } from '../../components/view.tsx';\nexport const x = View;\n",
    ),
    'lib/blog/x.ts:1 lib/blog may not import components: ../../components/view.tsx',
  ],
  [
    'a room that imports a test',
    used('lib/blog/x.ts', "import '../../tests/a.test.ts';\nexport const x = 1;\n"),
    'lib/blog/x.ts:1 lib/blog may not import what is not part of the extension: ../../tests/a.test.ts',
  ],
  [
    'a room the design does not have',
    used('lib/misc/x.ts', 'export const x = 1;\n'),
    'lib/misc/x.ts:1 lib/misc is no room of the design',
  ],
  [
    'a module that is in no room',
    used('lib/x.ts', 'export const x = 1;\n'),
    'lib/x.ts:1 lib is no room of the design',
  ],
  [
    'a room called like what every object has',
    used('lib/constructor/x.ts', 'export const x = 1;\n'),
    'lib/constructor/x.ts:1 lib/constructor is no room of the design',
  ],
  [
    'an import without its extension',
    used('lib/blog/x.ts', "import './html';\nexport const x = 1;\n"),
    'lib/blog/x.ts:1 no such module: ./html',
  ],
  [
    'an alias',
    used('lib/blog/x.ts', "import '@/lib/blog/html.ts';\nexport const x = 1;\n"),
    'lib/blog/x.ts:1 neither a relative path nor a package: @/lib/blog/html.ts',
  ],
  [
    'an import of nobody knows what',
    used('lib/blog/x.ts', 'export const x = (name: string) => import(name);\n'),
    'lib/blog/x.ts:1 an import must name its module',
  ],
  [
    'an import from elsewhere',
    used('lib/blog/x.ts', "export const x = () => import('https://example.com/x.js');\n"),
    'lib/blog/x.ts:1 neither a relative path nor a package: https://example.com/x.js',
  ],
  [
    'an import by pattern',
    used('lib/blog/x.ts', "export const x = import.meta.glob('./*.ts');\n"),
    'lib/blog/x.ts:1 an import must name its module',
  ],
  [
    'Dexie in another room',
    used('lib/blog/x.ts', "import type { Table } from 'dexie';\nexport type X = Table;\n"),
    'lib/blog/x.ts:1 only lib/storage and lib/sync see Dexie',
  ],
  [
    'the browser in a room',
    used('lib/messaging/x.ts', "import b from 'webextension-polyfill';\nexport const x = b;\n"),
    'lib/messaging/x.ts:1 only lib/messaging/transport.ts and entrypoints see the browser',
  ],
  [
    'the browser in a component, by its global name',
    used('components/x.tsx', '\nexport const x = () => chrome.runtime.id;\n'),
    'components/x.tsx:2 only lib/messaging/transport.ts and entrypoints see the browser: chrome',
  ],
  [
    'a content script that imports the database, if only a type of it',
    used(
      'entrypoints/blog.content/x.ts',
      "import type { save } from '../../lib/storage/save.ts';\nexport type X = typeof save;\n",
    ),
    'entrypoints/blog.content/x.ts:1 the content script may not import lib/storage: ../../lib/storage/save.ts',
  ],
  [
    'a content script that reaches the HTML parser by the way',
    {
      'entrypoints/blog.content/index.ts': "export default () => import('./far.ts');\n",
      'entrypoints/blog.content/far.ts':
        "import { own } from '../../lib/blog/html.ts';\nexport const far = own;\n",
      'tests/b.test.ts': "import '../lib/messaging/transport.ts';\n",
    },
    'lib/blog/html.ts:1 the content script reaches htmlparser2: entrypoints/blog.content/index.ts > entrypoints/blog.content/far.ts > lib/blog/html.ts',
  ],
  [
    'a cycle, even of types',
    {
      'lib/blog/x.ts': "import type { Y } from './y.ts';\nexport type X = Y;\n",
      ...used('lib/blog/y.ts', "export type Y = import('./x.ts').X;\n"),
    },
    'lib/blog/y.ts:1 a cycle of imports: lib/blog/x.ts > lib/blog/y.ts > lib/blog/x.ts',
  ],
  [
    'a barrel',
    used('lib/blog/x.ts', "export * from './html.ts';\n"),
    'lib/blog/x.ts:1 a barrel: import the modules themselves',
  ],
  [
    'a barrel in two steps',
    used('lib/blog/x.ts', "import { own } from './html.ts';\nexport { own };\n"),
    'lib/blog/x.ts:1 a barrel: import the modules themselves',
  ],
  [
    'a helper',
    used('lib/blog/html-helpers.ts', 'export const x = 1;\n'),
    'lib/blog/html-helpers.ts:1 name it after what it does',
  ],
  [
    'a folder of things that found no other',
    used('components/utils/x.ts', 'export const x = 1;\n'),
    'components/utils/x.ts:1 name it after what it does',
  ],
  [
    'a default export',
    used('lib/blog/x.ts', '\nexport default 1;\n'),
    'lib/blog/x.ts:2 a default export: give it its name',
  ],
  [
    'a default export by another name',
    used('components/x.ts', 'const x = 1;\nexport { x as default };\n'),
    'components/x.ts:2 a default export: give it its name',
  ],
  [
    'a module of many ideas',
    used('lib/blog/x.ts', linesOf(151)),
    'lib/blog/x.ts:151 151 lines, where 150 are allowed',
  ],
  [
    'an entrypoint that does more than compose',
    {
      'entrypoints/popup/main.tsx': linesOf(41),
      'tests/b.test.ts': "import '../components/view.tsx';\n",
    },
    'entrypoints/popup/main.tsx:41 41 lines, where 40 are allowed',
  ],
  [
    'a table of data that does something',
    used('lib/relatedness/stop-words.ts', 'export const words = () => 1;\n'),
    'lib/relatedness/stop-words.ts:1 a table of data has functions',
  ],
  [
    'a module that nothing leads to',
    { 'lib/blog/x.ts': 'export const x = 1;\n' },
    'lib/blog/x.ts:1 nothing leads to this module',
  ],
  ...[
    ['element.innerHTML = x', 'innerHTML'],
    ["element['outerHTML'] += x", 'outerHTML'],
    ["element.insertAdjacentHTML('beforeend', x)", 'insertAdjacentHTML'],
    ['h({ dangerouslySetInnerHTML: { __html: x } })', 'dangerouslySetInnerHTML'],
    ['<p dangerouslySetInnerHTML={x} />', 'dangerouslySetInnerHTML'],
    ['<p innerHTML={x} />', 'innerHTML'],
    ['Object.assign(element, { innerHTML: x })', 'innerHTML'],
    ['eval(x)', 'eval'],
    ['new Function(x)', 'Function'],
    ['globalThis.eval(x)', 'eval'],
    ['document.write(x)', 'document.write'],
    ['console.log(x)', 'console.log'],
    ['setTimeout("x()", 1)', 'setTimeout with a text'],
    ['globalThis.setInterval(`x(${1})`, 1)', 'setInterval with a text'],
    ["location.assign('javascript:x()')", 'an address that is code'],
    ["document.createElement('script')", 'an element <script>'],
    ['importScripts(x)', 'importScripts'],
    ['new Worker(x)', 'a worker from nobody knows where'],
    ['window.open(x)', 'window.open of what is no page of Waymark’s'],
    ['{ element.href = x; }', 'href without toWebAddress'],
    ['{ element.src = x.src; }', 'src without toWebAddress'],
    ['<a href={x} />', 'href without toWebAddress'],
    ['<a href={`${x}#here`} />', 'href without toWebAddress'],
    ['<a href={x ?? toWebAddress(x)} />', 'href without toWebAddress'],
    ['<a href="https://example.com/" />', 'href without toWebAddress'],
    ['<a target="_blank" href="a.html" />', 'target without rel="noopener"'],
    ['<a target="_blank" rel="nofollow" href="a.html" />', 'target without rel="noopener"'],
    ['<a target="_blank" rel={x} href="a.html" />', 'target without rel="noopener"'],
  ].map(([code, what]): [string, Record<string, string>, string] => [
    `\`${code}\``,
    used('components/x.tsx', `\nexport const x = () => ${code};\n`),
    `components/x.tsx:2 ${what} is not to be used`,
  ]),
  ...[
    ['await fetch(x)', 'fetch()'],
    ['await new Promise(() => x)', 'new Promise(() => x)'],
    ['await x.text()', 'x.text()'],
    ['await Promise.all([table.get(x), x.text()])', 'x.text()'],
    ['await Promise.all(x.map((each) => each.text()))', 'each.text()'],
    ['await (x ? table.get(x) : x.text())', 'x.text()'],
    ['const { digest } = crypto.subtle; await digest(x)', 'digest()'],
    ['for await (const each of x) table.put(each)', 'x'],
  ].map(([code, what]): [string, Record<string, string>, string] => [
    `\`${code}\` in a transaction`,
    used(
      'lib/storage/x.ts',
      `export const x = (database, x) => { const { table } = database; database.transaction('rw', table, async () => { ${code}; }); };\n`,
    ),
    `lib/storage/x.ts:1 a transaction waits for what is not Dexie’s: ${what}`,
  ]),
  [
    'a migration that waits for something else',
    used(
      'lib/storage/x.ts',
      'export const x = (database) => database.version(2).upgrade(async (moved) => {\n  await moved.table("a").toArray();\n  await navigator.storage.persist();\n});\n',
    ),
    'lib/storage/x.ts:3 a transaction waits for what is not Dexie’s: navigator.storage.persist()',
  ],
  [
    'a function of another module that waits, called in a transaction',
    {
      'lib/storage/y.ts':
        'export async function keep(table: Table<X>, x) {\n  await table.put(await x.text());\n}\n',
      ...used(
        'lib/storage/x.ts',
        "import { keep } from './y.ts';\nexport const x = (database, x) => database.transaction('rw', 'a', () => keep(database.a, x));\n",
      ),
    },
    'lib/storage/y.ts:2 a transaction waits for what is not Dexie’s: x.text()',
  ],
  ...[
    ['<p>Nothing yet.</p>', 'Nothing yet.'],
    ["<p>{x ? say('notes') : 'none'}</p>", 'none'],
    ['<p>{x} of them</p>', 'of them'],
    ['<p>{`${x} notes`}</p>', '$ notes'],
    ['<p aria-label="close" />', 'close'],
    ['<p title={x && `Close (${x})`} />', 'Close ($)'],
    ['<View emptyText={x ?? "none"} />', 'none'],
    ["[{ label: 'close', act: x }]", 'close'],
    ["{ const label = x ? 'open' : ''; return label; }", 'open'],
    ["notify('Not saved yet')", 'Not saved yet'],
    ["new Map([['a', 'It could not be read.']])", 'It could not be read.'],
  ].map(([code, text]): [string, Record<string, string>, string] => [
    `the words of \`${code}\``,
    used('components/x.tsx', `\nexport const x = () => ${code};\n`),
    `components/x.tsx:2 make a message of it: ${text}`,
  ]),
];

/** What is no danger, although it may look like one. */
export const HARMLESS: readonly string[] = [
  'setTimeout(() => x, 1)',
  'x.open("store", 1)',
  '<a href={toWebAddress(x)} target="_blank" rel="noopener noreferrer">{x}</a>',
  '<a href={`#${x}`}>{x}</a>',
  '<a href="library.html">{x}</a>',
  '<a href={`library.html${x}`}>{x}</a>',
  '{ link.href = URL.createObjectURL(x); }',
  "{ frame.src = browser.runtime.getURL('a.html'); }",
  "window.open('options.html#a')",
  'element.innerHTML.length',
];

/** What is no word for a reader, although it may look like one. */
export const WORDLESS: readonly string[] = [
  '<p aria-label={say("close")} class="Not Said" title={`${x} (${x})`} />',
  '<p>{x} · {x ? 1 : 2} Waymark</p>',
  '<p translate="no">**bold** {x ? "one" : "two"}</p>',
  '<p translate={false}>ab</p>',
  '<p title={`${x} (Ctrl+Enter)`} />',
  'console.warn("Waymark: The page did not answer", x)',
  '{ throw new RangeError(`Invalid span ${x} in a text`); }',
  "<p role={x === 'Not This' ? 'list' : undefined} />",
  "[{ name: 'close', type: 'button' }]",
];
