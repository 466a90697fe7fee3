/** A room of the design: a folder of `lib`, or one of the two others that go into the extension. */
export type Room = string;

/** The table of the design: what a room of `lib` may import beside itself, types included. */
const MAY_IMPORT: ReadonlyMap<Room, readonly Room[]> = new Map([
  ['lib/language', []],
  ['lib/annotation', []],
  ['lib/blog', ['lib/annotation']],
  ['lib/anchoring', ['lib/annotation']],
  ['lib/highlight', ['lib/annotation', 'lib/anchoring']],
  ['lib/relatedness', ['lib/blog']],
  ['lib/search', ['lib/annotation', 'lib/blog']],
  ['lib/markdown', ['lib/annotation', 'lib/blog']],
  ['lib/exchange', ['lib/annotation', 'lib/blog', 'lib/markdown']],
  ['lib/messaging', ['lib/annotation', 'lib/blog']],
  ['lib/storage', ['lib/annotation', 'lib/blog']],
  ['lib/sync', ['lib/annotation', 'lib/storage']],
]);

/** What components may lean on, beside the types of every room: they draw, and speak. */
const VALUES_FOR_COMPONENTS: readonly Room[] = ['lib/annotation', 'lib/language'];

/** The messages, whose names are a type: who misspells one does not compile. */
const MESSAGES = 'public/_locales/en/messages.json';

/** The content scripts: where they run, a database would be the page's. */
const CONTENT_SCRIPTS = ['entrypoints/blog.content/', 'entrypoints/site.content/'];

/** The room of a module; undefined for tests, scripts and settings, which no room may import. */
export function roomOf(path: string): Room | undefined {
  const [top, folder, file] = path.split('/');
  if (top === 'entrypoints' || top === 'components') return top;
  if (top === 'lib') return file === undefined ? 'lib' : `lib/${folder}`;
  return undefined;
}

/** Why a module of a room may not import another; undefined when it may. */
export function refusalOf(from: string, to: string, kind: 'value' | 'type'): string | undefined {
  const room = roomOf(from);
  const other = roomOf(to);
  if (room === undefined || room === other) return undefined;
  if (room === 'lib/language' && kind === 'type' && to === MESSAGES) return undefined;
  if (other === undefined) return `${room} may not import what is not part of the extension`;
  if (room === 'entrypoints') {
    return CONTENT_SCRIPTS.some((script) => from.startsWith(script)) && other === 'lib/storage'
      ? 'the content script may not import lib/storage'
      : undefined;
  }
  if (room === 'components') {
    const mayImport =
      kind === 'type' ? other.startsWith('lib/') : VALUES_FOR_COMPONENTS.includes(other);
    return mayImport ? undefined : `components may not import ${kind}s of ${other}`;
  }
  return MAY_IMPORT.get(room)?.includes(other) ? undefined : `${room} may not import ${other}`;
}

/** Whether the design names the room. */
export function isKnownRoom(room: Room): boolean {
  return room === 'entrypoints' || room === 'components' || MAY_IMPORT.has(room);
}
