/** A room of the design: a folder of `lib`, or one of the two others that go into the extension. */
export type Room = string;

/** The table of the design: what a room of `lib` may import beside itself, types included. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  annotation: [],
  blog: ['annotation'],
  anchoring: ['annotation'],
  highlight: ['annotation', 'anchoring'],
  relatedness: ['blog'],
  search: ['annotation', 'blog'],
  markdown: ['annotation', 'blog'],
  exchange: ['annotation', 'blog', 'markdown'],
  messaging: ['annotation', 'blog'],
  storage: ['annotation', 'blog'],
  sync: ['annotation', 'storage'],
};

/** The content script: where it runs, a database would be the page's. */
const CONTENT_SCRIPT = 'entrypoints/blog.content/';

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
  if (other === undefined) return `${room} may not import what is not part of the extension`;
  if (room === 'entrypoints') {
    return from.startsWith(CONTENT_SCRIPT) && other === 'lib/storage'
      ? 'the content script may not import lib/storage'
      : undefined;
  }
  if (room === 'components') {
    const mayImport = kind === 'type' ? other.startsWith('lib/') : other === 'lib/annotation';
    return mayImport ? undefined : `components may not import ${kind}s of ${other}`;
  }
  const allowed = MAY_IMPORT[room.replace('lib/', '')];
  if (!allowed) return `${room} is no room of the design`;
  return allowed.some((name) => other === `lib/${name}`)
    ? undefined
    : `${room} may not import ${other}`;
}

/** Whether the design names the room. */
export function isKnownRoom(room: Room): boolean {
  const name = room.replace(/^lib\//, '');
  return room === 'entrypoints' || room === 'components' || name in MAY_IMPORT;
}
