declare module 'text-fragments-polyfill/text-fragment-utils' {
  /** The ranges a directive means in a document, two at most. */
  export function processTextFragmentDirective(
    directive: { prefix?: string; textStart: string; textEnd?: string; suffix?: string },
    document: Document,
    root: Element,
  ): Range[];
}
