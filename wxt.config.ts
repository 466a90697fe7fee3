import { fileURLToPath } from 'node:url';
import type { InlineConfig, Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { BLOG_MATCHES } from './lib/blog/address.ts';
import { watchBundledPackages } from './scripts/licences/bundled-packages.ts';
import { shipLicences } from './scripts/licences/ship-licences.ts';

/** The add-on's id in Firefox, where an extension names itself. */
const FIREFOX_ID = 'waymark@waymark.example';

/** Of what hosts the reader may be asked for one. */
const OPTIONAL_MATCHES = ['https://*/*'];

/** Where a sync server may stand without TLS: on the reader's own computer. */
const LOOPBACK_MATCHES = ['http://127.0.0.1/*', 'http://localhost/*'];

/** In Firefox's words, what goes to a sync server, once the reader has set one up. */
const SYNCED = ['authenticationInfo', 'browsingActivity', 'websiteContent'];

/** Where a module of the content script's own lies. */
const ofContentScript = (name: string) =>
  fileURLToPath(new URL(`./entrypoints/blog.content/${name}`, import.meta.url));

/** What the content script has instead of packages that do more than it needs. */
const STAND_INS = [
  { find: /^webextension-polyfill$/, replacement: ofContentScript('native-browser.ts') },
  { find: 'wxt/utils/content-script-context', replacement: ofContentScript('lifetime.ts') },
];

/** Dexie as browsers of today need it: its main entry is written for those of ten years ago. */
const MODERN = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' };

/**
 * What begins a content script: WXT's own has what the manifest says of the script come along with
 * it, and catches what fails in order to throw it again.
 */
const LEAN_BEGINNING = {
  name: 'lean-beginning',
  transform(code: string, id: string) {
    if (!id.includes('content-script-isolated-world-entrypoint')) return;
    const imports = code
      .split('\n')
      .filter((line) => /^import (?:definition|\{ ContentS)/.test(line));
    return `${imports.join('\n')}\nexport default definition.main(new ContentScriptContext());`;
  },
};

/** PouchDB without what makes functions of text that a server sends. */
const NO_FILTERS = {
  find: /^pouchdb-changes-filter$/,
  replacement: fileURLToPath(new URL('./lib/sync/no-changes-filter.ts', import.meta.url)),
};

/**
 * Every page of the blog loads the content script: half a kilobyte is worth a slower build. Vite would
 * have names kept apart for a Safari of 2016; and escapes compress better than characters that occur
 * once.
 */
const SMALLEST = {
  ecma: 2020,
  module: true,
  safari10: false,
  format: { ascii_only: true },
  compress: {
    passes: 4,
    pure_getters: true,
    keep_fargs: false,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_comps: true,
    inline: 1,
  },
} as const;

/** Both browsers answer extensions with promises: pages, too, do without the polyfill. */
const NATIVE = {
  find: /^webextension-polyfill$/,
  replacement: ofContentScript('native-browser.ts'),
};

/** What the bundler tells about its modules. */
type ChunkingContext = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** What WXT has every page import, and which is empty here: a file less to wait for. */
const HTML_PLUGINS = 'virtual:wxt-html-plugins';

/** Where the popup begins. */
const POPUP = fileURLToPath(new URL('./entrypoints/popup/main.tsx', import.meta.url));

/**
 * Pages are drawn by their modules: a frame before those have run is an empty one, and the first
 * that shows anything would have to wait for it. Firefox does not know the attribute yet.
 */
const NO_EMPTY_FRAME = {
  name: 'no-empty-frame',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) => html.replaceAll('<script type="module"', '$& blocking="render"'),
  },
};

/**
 * Have what the popup begins with in one file, and nothing else in it: of its own accord the bundler
 * makes one for every set of pages that share something, and the popup waits for two dozen of them.
 */
function makePopupSmall(config: InlineConfig): void {
  config.resolve = { ...config.resolve, alias: [MODERN, NATIVE] };
  config.plugins = [...(config.plugins ?? []), NO_EMPTY_FRAME];
  const known = new Map<string, boolean>([[POPUP, true]]);
  const isOfPopup = (id: string, context: ChunkingContext): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // While its importers are looked at, a module that leads back to itself says nothing new.
    known.set(id, false);
    const importers = context.getModuleInfo(id)?.importers ?? [];
    const isIts = importers.some((importer) => isOfPopup(importer, context));
    known.set(id, isIts);
    return isIts;
  };
  const name = (id: string, context: ChunkingContext) =>
    id.endsWith(HTML_PLUGINS) || isOfPopup(id, context) ? 'pages' : null;
  config.build = {
    ...config.build,
    rolldownOptions: {
      ...config.build?.rolldownOptions,
      output: { ...config.build?.rolldownOptions?.output, codeSplitting: { groups: [{ name }] } },
    },
  };
}

/** What a build reads, and what says how to build: tests and their fixtures are left out. */
const SOURCES = [
  '{components,entrypoints,lib,public,scripts}/**',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '{CHANGELOG,CONTRIBUTING,README,THIRD_PARTY}.md',
  'LICENSE',
  'docs/{release,privacy}.md',
];

/** What others wrote and Waymark ships. */
const bundled = watchBundledPackages();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // What the Firefox package is built from, for its reviewers (docs/release.md), and no more.
  zip: { includeSources: SOURCES },
  manifest: ({ browser }) => ({
    name: 'Waymark',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ],
    host_permissions: BLOG_MATCHES,
    // Nothing of it is granted ahead: the reader is asked for copies of backups, and for one host at a time.
    optional_permissions: ['downloads'],
    optional_host_permissions: [...OPTIONAL_MATCHES, ...LOOPBACK_MATCHES],
    action: { default_title: 'Waymark' },
    // Chrome takes four suggested keys and no more; the reader can give keys to all the others.
    commands: {
      'read-by-keyboard': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandRead__',
      },
      'highlight-selection': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      'note-selection': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commandNote__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLibrary__',
      },
      'question-selection': { description: '__MSG_commandQuestion__' },
      'action-selection': { description: '__MSG_commandAction__' },
      'next-highlight': { description: '__MSG_commandNext__' },
      'previous-highlight': { description: '__MSG_commandPrevious__' },
      'show-shortcuts': { description: '__MSG_commandShortcuts__' },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src https: http://127.0.0.1:* http://localhost:*; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    web_accessible_resources: [
      {
        resources: ['editor.html'],
        // Sites are added later, and this cannot be: what stands in a frame of a page on which
        // Waymark does not work is told nothing (entrypoints/background/senders.ts).
        matches: [...BLOG_MATCHES, ...OPTIONAL_MATCHES],
        // A new address every session, so that a page cannot tell that Waymark is installed.
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'], optional: SYNCED },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  vite: () => ({
    plugins: [bundled.plugin],
    worker: { plugins: () => [bundled.plugin] },
    resolve: { alias: [MODERN, NO_FILTERS] },
    // Browsers as new as ours preload modules by themselves.
    build: { modulePreload: { polyfill: false } },
  }),
  hooks: {
    'build:done': (wxt) => {
      if (wxt.config.command === 'build') shipLicences(bundled, wxt.config.outDir);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'popup')) makePopupSmall(config);
      // The popup's first look.
      if (entrypoints.some(({ type }) => type === 'unlisted-script')) {
        config.resolve = { ...config.resolve, alias: [NATIVE] };
      }
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      config.resolve = { ...config.resolve, alias: STAND_INS };
      config.plugins = [...(config.plugins ?? []), LEAN_BEGINNING];
      config.build = {
        ...config.build,
        minify: 'terser',
        terserOptions: SMALLEST,
        cssTarget: ['chrome128', 'firefox140'],
      };
    },
  },
});
