/** Where the reader's database is. */
export interface ServerAddress {
  /** The address of the database, without credentials, query and slash at its end. */
  database: string;
  /** That of the server, or of the folder on it, that the database stands in; ends with a slash. */
  server: string;
  /** What the extension must be allowed to reach, as a match pattern. */
  origin: string;
}

/** Why an address will not do. */
export type AddressFault = 'no-address' | 'not-secure' | 'no-database';

/** Their own machine is as safe without TLS. The policy of extension pages names these two. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1)$/;

/** Names of databases as CouchDB has them. */
const DATABASE = /^[a-z][a-z0-9_$()+-]*$/;

/** Read the address that a reader typed. Only https will do, or http on the reader's own machine. */
export function parseServerAddress(typed: string): ServerAddress | AddressFault {
  const url = URL.parse(typed.trim());
  if (!url || !['https:', 'http:'].includes(url.protocol)) return 'no-address';
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) return 'not-secure';
  const folders = url.pathname.split('/').filter((folder) => folder !== '');
  const name = decode(folders.pop() ?? '');
  if (!DATABASE.test(name)) return 'no-database';
  const server = `${url.origin}/${folders.map((folder) => `${folder}/`).join('')}`;
  return {
    server,
    database: `${server}${encodeURIComponent(name)}`,
    origin: `${url.protocol}//${url.hostname}/*`,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
