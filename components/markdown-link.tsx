import type { ComponentChildren } from 'preact';

/** The schemes a note may link to; every other one stays text. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a link may hold it, or `undefined` for one that must not be followed: a script,
 * a local file, or a relative address, which would lead into the extension's own pages.
 */
export function toSafeAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}

export interface MarkdownLinkProps {
  url: string;
  children: ComponentChildren;
}

/** A link that opens in a tab of its own and tells the other side nothing; or just its words. */
export function MarkdownLink({ url, children }: MarkdownLinkProps) {
  const address = toSafeAddress(url);
  if (!address) return <>{children}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
