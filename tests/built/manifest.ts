/** Something a manifest asks for, and why. */
type Reasons = Readonly<Record<string, string>>;

/** Which browsers a build is for. */
export type Target = 'chromium' | 'firefox';

const PERMISSIONS: Reasons = {
  activeTab: 'The popup can offer to work on the site before the reader, once it is clicked there.',
  alarms: 'The list of posts is looked at twice a day, and a reading that failed is tried again.',
  contextMenus: 'A selection can be highlighted and written about from its menu.',
  scripting: 'Tabs that were open already when it was installed or updated are to have it too.',
  storage: 'A passage that is not saved yet outlives its page, and an update.',
  unlimitedStorage: 'Notes are in the browser alone: it must not evict them when the disk is full.',
};

/** Firefox has a sidebar, for which no leave is asked. */
const CHROMIUM_PERMISSIONS: Reasons = {
  sidePanel: 'The notes of a post can stand beside it.',
};

const HOSTS: Reasons = {
  '*://*.elidedbranches.com/*': 'The blog: highlights are painted there, and its feed is read.',
  '*://whilefalse.blogspot.com/*': 'The blog as it was once called: old links still lead there.',
};

/** What the reader may be asked for, in a click. */
const OPTIONAL_PERMISSIONS: Reasons = {
  downloads: 'Copies of backups can be saved among the downloads, if the reader wants them.',
};

/** What the reader may be asked for, one host at a time and in a click; see docs/adr/0021. */
const OPTIONAL_HOSTS: Reasons = {
  'https://*/*':
    'A site that the reader has asked Waymark to work on, as on the blog; or their sync server.',
};

/** The same, for a sync server on the reader's own computer; see docs/adr/0023. */
const LOOPBACK_HOSTS: Reasons = {
  'http://127.0.0.1/*': 'A CouchDB on the own computer, by its number.',
  'http://localhost/*': 'The same, by its name.',
};

/** By directive: whence extension pages may take what. */
const POLICY: Readonly<Record<string, readonly [sources: string, reason: string]>> = {
  'default-src': ["'self'", 'Whatever is not named comes from the package.'],
  'script-src': ["'self'", 'No code from elsewhere, none in a page, none made of text.'],
  'style-src': ["'self' 'unsafe-inline'", 'The trial’s toolbar has its style in its shadow root.'],
  'img-src': ["'self' data:", 'Marks in style sheets are written there as addresses.'],
  'connect-src': [
    'https: http://127.0.0.1:* http://localhost:*',
    'Feeds and the sync server, which no policy can name beforehand; without TLS only on the own computer.',
  ],
  'object-src': ["'none'", 'There are no plug-ins.'],
  'base-uri': ["'none'", 'No markup may change where addresses lead.'],
  'form-action': ["'none'", 'No form is sent anywhere.'],
};

/** The commands a reader can give keys to: those that have some at first. Chrome takes four. */
const COMMANDS: Readonly<Record<string, string | undefined>> = {
  'read-by-keyboard': 'Alt+Shift+K',
  'highlight-selection': 'Alt+Shift+H',
  'note-selection': 'Alt+Shift+N',
  'open-library': 'Alt+Shift+L',
  'question-selection': undefined,
  'action-selection': undefined,
  'next-highlight': undefined,
  'previous-highlight': undefined,
  'show-shortcuts': undefined,
};

/** What has no bearing on what Waymark may do; the rest is compared. */
const HARMLESS = [
  'name',
  'description',
  'version',
  'icons',
  'default_locale',
  'action',
  'options_ui',
];

/** What each browser has for the page beside the page, and for the background. */
const OF_TARGET: Record<Target, object> = {
  chromium: {
    minimum_chrome_version: '128',
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
  },
  firefox: {
    background: { scripts: ['background.js'] },
    sidebar_action: {
      default_panel: 'sidepanel.html',
      default_title: 'Waymark',
      // It would open by itself.
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'waymark@waymark.example',
        strict_min_version: '140.0',
        // Nothing is collected; what goes to a sync server is asked for when one is set up.
        data_collection_permissions: {
          required: ['none'],
          optional: ['authenticationInfo', 'browsingActivity', 'websiteContent'],
        },
      },
    },
  },
};

/** All that a built manifest asks for. */
export function toExpected(target: Target): Record<string, unknown> {
  const hosts = Object.keys(HOSTS);
  const permissions = { ...PERMISSIONS, ...(target === 'chromium' && CHROMIUM_PERMISSIONS) };
  return {
    manifest_version: 3,
    permissions: Object.keys(permissions),
    host_permissions: hosts,
    optional_permissions: Object.keys(OPTIONAL_PERMISSIONS),
    optional_host_permissions: Object.keys({ ...OPTIONAL_HOSTS, ...LOOPBACK_HOSTS }),
    content_security_policy: {
      extension_pages: Object.entries(POLICY)
        .map(([directive, [sources]]) => `${directive} ${sources}`)
        .join('; '),
    },
    // The note editor stands in a frame on the blog. A page must not know that Waymark is there:
    // Chromium gives the frame a new address each session, and Firefox each installation its own.
    web_accessible_resources: [
      {
        resources: ['editor.html'],
        matches: [...hosts, ...Object.keys(OPTIONAL_HOSTS)],
        ...(target === 'chromium' && { use_dynamic_url: true }),
      },
    ],
    content_scripts: [
      {
        matches: hosts,
        run_at: 'document_end',
        css: ['content-scripts/blog.css'],
        js: ['content-scripts/blog.js'],
      },
    ],
    commands: COMMANDS,
    ...OF_TARGET[target],
  };
}

/** A built manifest, as far as it is compared. */
export function toCompared(manifest: Record<string, unknown>): Record<string, unknown> {
  const rest = Object.entries(manifest).filter(([key]) => !HARMLESS.includes(key));
  const commands = Object.entries((manifest.commands ?? {}) as Record<string, Command>);
  const keys = commands.map(([name, { suggested_key: key }]) => [name, key?.default]);
  return { ...Object.fromEntries(rest), commands: Object.fromEntries(keys) };
}

interface Command {
  suggested_key?: { default: string };
}

/** What a manifest has otherwise than it is expected, one line each; empty for nothing. */
export function listDifferences(
  manifest: Record<string, unknown>,
  target: Target,
  isEqual: (one: unknown, other: unknown) => boolean,
): string[] {
  const [expected, actual] = [toExpected(target), toCompared(manifest)];
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .filter((key) => !isEqual(sorted(expected[key]), sorted(actual[key])))
    .map((key) => `${key}: ${JSON.stringify(actual[key])}, not ${JSON.stringify(expected[key])}`);
}

/** Lists of names say the same in any order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.toSorted()
    : value;
}
