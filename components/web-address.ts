/** The schemes a link may have: no script, no local file, no program of the reader's. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);

/**
 * The address as a link may hold it, or `undefined` for one that must not be followed: of another
 * scheme, or relative, which would lead into the extension's own pages. Every link whose address is
 * data passes here (tests/architecture/link-rules.ts).
 */
export function toWebAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}
