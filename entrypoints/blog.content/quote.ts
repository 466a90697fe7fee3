import { element } from '../../components/element.ts';

/** A passage as it is handed on: its words, and where they stand. */
export interface Quote {
  passage: string;
  /** The post's. */
  title: string;
  permalink: string;
}

/** The quote as a line of text. */
export function toText({ passage, title, permalink }: Quote): string {
  return `“${passage}” — ${title ? `${title}, ` : ''}${permalink}`;
}

/** The quote as HTML, for whatever takes more than text. */
export function toHtml({ passage, title, permalink }: Quote): string {
  const paragraphs = passage.split(/\n{2,}/).map((paragraph) => {
    const [first, ...more] = paragraph.split('\n');
    return element('p', {}, first, ...more.flatMap((line) => [element('br'), line]));
  });
  const link = element('a', { href: permalink }, title || permalink);
  return element(
    'div',
    {},
    element('blockquote', { cite: permalink }, ...paragraphs),
    element('p', {}, '— ', link),
  ).innerHTML;
}

/**
 * Put a quote on the clipboard, as text and as HTML. False when the browser does not let it. By an
 * event and not by `navigator.clipboard`, which pages without encryption do not have.
 */
export function copyQuote(document: Document, quote: Quote): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', toText(quote));
    event.clipboardData?.setData('text/html', toHtml(quote));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const { defaultView: window } = document;
  window?.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    window?.removeEventListener('copy', onCopy, { capture: true });
  }
}
