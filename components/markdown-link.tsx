import type { ComponentChildren } from 'preact';
import { toWebAddress } from './web-address.ts';

export interface MarkdownLinkProps {
  url: string;
  children: ComponentChildren;
}

/** A link that opens in a tab of its own and tells the other side nothing; or just its words. */
export function MarkdownLink({ url, children }: MarkdownLinkProps) {
  if (!toWebAddress(url)) return <>{children}</>;
  return (
    <a href={toWebAddress(url)} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
