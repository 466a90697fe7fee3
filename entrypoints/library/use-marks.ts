import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { marksIn } from '../../lib/search/marks.ts';
import type { Query } from '../../lib/search/query.ts';

/** The name under which matches are painted; see library-note.css. */
const NAME = 'search-match';

/** What is searched of a card: its passage, its note, its tags, and the title of its post. */
const SEARCHED = '.passage p, .annotation-card-note, .tag-chip-text, [data-searched]';

/**
 * Marks what a query finds, wherever it is drawn within an element: by the CSS Custom Highlight
 * API, so that words are marked in notes drawn from Markdown too, and no element is added.
 */
export function useMarks(container: RefObject<HTMLElement | null>, query: Query | undefined): void {
  useEffect(() => {
    const element = container.current;
    if (!element || !query || !('highlights' in CSS)) return;
    if (!query.clauses.some(({ by }) => by === 'text')) return;
    let frame = 0;
    const paint = () => {
      const ranges = Array.from(element.querySelectorAll(SEARCHED), (searched) =>
        rangesIn(searched, query),
      );
      CSS.highlights.set(NAME, new Highlight(...ranges.flat()));
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    });
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    paint();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(NAME);
    };
  }, [container, query]);
}

/** Where the query's words stand in an element, across whatever is bold or a link in it. */
function rangesIn(element: Element, query: Query): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  const placeOf = (offset: number) => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found && { node: found.node, offset: offset - found.start };
  };
  return marksIn(text, query).flatMap(({ start, end }) => {
    const [from, to] = [placeOf(start), placeOf(end - 1)];
    if (!from || !to) return [];
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return [range];
  });
}
