/** The namespace of ids Waymark gives to notes that come from elsewhere: a UUID made for this. */
const NAMESPACE = '6f0f9d5e-6d3b-4c52-9b1e-2c8a3d1f7a90';

/**
 * The UUID that belongs to a name, always the same (version 5; RFC 9562, section 5.5): a note that
 * is imported again is known by it.
 */
export async function namedUuid(name: string): Promise<string> {
  const space = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (byte) =>
    Number.parseInt(byte, 16),
  );
  const words = new TextEncoder().encode(name);
  const input = new Uint8Array(space.length + words.length);
  input.set(space);
  input.set(words, space.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', input)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether an id was made of a name. */
export function isNamedUuid(id: string): boolean {
  return id[14] === '5';
}
