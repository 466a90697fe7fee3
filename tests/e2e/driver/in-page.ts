import type { Point } from '../rig/floating.ts';

/*
 * Functions that are sent to the page as text: each stands alone, and uses nothing of this
 * module. Methods are taken from prototypes, since a page may have put forms in their place.
 */

export interface PhrasePlace {
  /** Inside the first and the last character, near their outer edges, in the viewport. */
  first: Point;
  last: Point;
}

export interface PhraseQuery {
  from: string;
  to: string;
  /** Only text in elements that this CSS selector fits is looked at. */
  within: string;
}

/**
 * Scroll a passage into view and say where it is: from the beginning of one phrase to the end of
 * another after it (or the same). White space counts as one space each.
 */
export function findPhrase({ from, to, within }: PhraseQuery): PhrasePlace | undefined {
  const characters: { node: Text; at: number; value: string }[] = [];
  const create = Document.prototype.createTreeWalker;
  const walker = create.call(document, document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest(within) || node.parentElement.closest('script, style')) {
      continue;
    }
    const { data } = node as Text;
    for (let at = 0; at < data.length; at++) {
      const value = /\s/.test(data[at] ?? '') ? ' ' : (data[at] ?? '');
      if (value === ' ' && characters.at(-1)?.value === ' ') continue;
      characters.push({ node: node as Text, at, value });
    }
  }
  const text = characters.map(({ value }) => value).join('');
  const start = text.indexOf(from);
  const end = start < 0 ? -1 : text.indexOf(to, start);
  if (end < 0) return undefined;
  const rectOf = (index: number, edge: 'first' | 'last') => {
    const character = characters[index];
    const range = new Range();
    if (!character) return undefined;
    range.setStart(character.node, character.at);
    range.setEnd(character.node, character.at + 1);
    const rects = Array.from(range.getClientRects());
    return edge === 'first' ? rects[0] : rects.at(-1);
  };
  const lastIndex = end + to.length - 1;
  const top = rectOf(start, 'first')?.top ?? 0;
  const bottom = rectOf(lastIndex, 'last')?.bottom ?? 0;
  const height = innerHeight;
  if (top < 60 || bottom > height - 120) {
    scrollBy({ top: (top + bottom) / 2 - height / 2, behavior: 'instant' });
  }
  const first = rectOf(start, 'first');
  const last = rectOf(lastIndex, 'last');
  if (!first || !last) return undefined;
  return {
    first: { x: first.left + first.width / 4, y: (first.top + first.bottom) / 2 },
    last: { x: last.right - last.width / 4, y: (last.top + last.bottom) / 2 },
  };
}

/** The texts painted under a name of `CSS.highlights`, in the page's order; white space as one space. */
export function readPainted(name: string): string[] {
  const registered = [...(CSS.highlights.get(name) ?? [])] as Range[];
  // A range over nodes that have left the page keeps its text, but paints nothing.
  const ranges = registered.filter((range) => range.getClientRects().length > 0);
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map((range) => range.toString().replace(/\s+/g, ' ').trim());
}

/** The page's whole HTML, as it is now. */
export function readHtml(): string {
  const root = Document.prototype.querySelector.call(document, ':root');
  return root?.outerHTML ?? '';
}

/** What is selected; white space as one space. */
export function readSelection(): string {
  const selection = Document.prototype.getSelection.call(document);
  return String(selection).replace(/\s+/g, ' ').trim();
}

/** The rectangle on the screen of what is selected. */
export function readSelectionBox(): { top: number; bottom: number; left: number; right: number } {
  const range = Document.prototype.getSelection.call(document)?.getRangeAt(0);
  const rects = Array.from(range?.getClientRects() ?? []);
  return {
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
  };
}

/** Scroll until the selection is so far down in what is seen of the page. */
export function scrollSelectionTo(part: number): void {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (box) scrollBy(0, box.top - offsetTop - height * part);
}

/** Put a part of a shadow root's HTML, alone with its styles, into an open one in this document. */
export function drawCopy({ html, part }: { html: string; part: string }): void {
  const host = document.createElement('main');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  for (const child of Array.from(root.children)) {
    if (child.localName === 'style') continue;
    // Where things stood on the page says nothing here.
    if (child.matches(`.${part}`) || child.querySelector(`.${part}`)) {
      child.removeAttribute('style');
      for (const button of child.querySelectorAll<HTMLElement>('button[style]')) {
        button.style.position = 'static';
      }
    } else child.remove();
  }
  document.body.replaceChildren(host);
  const dialog = root.querySelector('dialog');
  dialog?.removeAttribute('open');
  dialog?.showModal();
}
