/*
 * Functions that are sent to a view as text: each stands alone, and uses nothing of this module.
 * All look into open shadow roots too.
 */

/**
 * What can be pressed and is too small for it: less than 24 CSS pixels wide or high, and with less
 * room around it than WCAG 2.2 (success criterion 2.5.8) allows for. Links in a sentence are as
 * high as its line.
 */
export function listSmallTargets(): string[] {
  const LEAST = 24;
  const PRESSED =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], [role=checkbox], [role=menuitem]';
  const within = (root: ParentNode): Element[] =>
    Array.from(root.querySelectorAll('*')).flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const targets: { element: Element; box: DOMRect }[] = [];
  // Behind a modal dialog nothing can be pressed.
  for (const element of within(document.querySelector('dialog:modal') ?? document)) {
    if (!element.matches(PRESSED) || element.closest('[inert]')) continue;
    const { labels, type } = element as HTMLInputElement;
    // A box and its label are one target.
    const isBox = type === 'checkbox' || type === 'radio';
    const isHidden = element.getBoundingClientRect().width <= 1;
    const pressed = (isBox || isHidden) && labels?.[0] ? labels[0] : element;
    const box = pressed.getBoundingClientRect();
    if (box.width > 1 && pressed.checkVisibility({ visibilityProperty: true })) {
      targets.push({ element: pressed, box });
    }
  }
  const isInSentence = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    Array.from(element.parentElement?.childNodes ?? []).some(
      (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.nodeValue ?? ''),
    );
  const isSmall = ({ box }: { box: DOMRect }) =>
    Math.min(Math.round(box.width), Math.round(box.height)) < LEAST;
  const middleOf = ({ left, top, width, height }: DOMRect) => ({
    x: left + width / 2,
    y: top + height / 2,
  });
  const isNear = (box: DOMRect, other: { box: DOMRect }) => {
    const middle = middleOf(box);
    const theirs = middleOf(other.box);
    if (isSmall(other)) return Math.hypot(middle.x - theirs.x, middle.y - theirs.y) < LEAST;
    const x = Math.max(other.box.left, Math.min(middle.x, other.box.right));
    const y = Math.max(other.box.top, Math.min(middle.y, other.box.bottom));
    return Math.hypot(middle.x - x, middle.y - y) < LEAST / 2;
  };
  return targets
    .filter((target) => isSmall(target) && !isInSentence(target.element))
    .filter(({ element, box }) =>
      targets.some(
        (other) =>
          other.element !== element && !element.contains(other.element) && isNear(box, other),
      ),
    )
    .map(({ element, box: { width, height } }) => {
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim();
      return `“${name}” is ${width.toFixed(1)} by ${height.toFixed(1)} pixels`;
    });
}

/** What sticks out of the window or is cut off, when there is less room than text. */
export function listOverflow(): string[] {
  const within = (root: ParentNode): Element[] =>
    Array.from(root.querySelectorAll('*')).flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const nameOf = (element: Element) =>
    `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`;
  const problems: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) {
    const wide = within(document.body).filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 5).map(nameOf).join(', ');
    problems.push(`the page is ${scrollWidth} pixels wide in ${clientWidth}, because of ${names}`);
  }
  for (const element of within(document.body)) {
    const box = element.getBoundingClientRect();
    // What is there for screen readers only is a pixel; tables and code may scroll by themselves.
    if (box.width <= 1 || box.height <= 1 || !element.checkVisibility()) continue;
    if (element.closest('svg, table, pre, input, select, [data-wide]')) continue;
    if (element.closest('.visually-hidden')) continue;
    // Nor need what a table scrolls in hold all of it at once (WCAG 2.2, 1.4.10).
    if (element.querySelector(':scope > table')) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) {
      problems.push(`${nameOf(element)} ${textOverflow === 'ellipsis' ? 'is cut' : 'overflows'}`);
    }
    const isCut = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (isCut) problems.push(`${nameOf(element)} is cut off below`);
    const hasText = Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    );
    if (hasText && (box.right > innerWidth + 1 || box.left < -1)) {
      problems.push(`${nameOf(element)} reaches out of the window`);
    }
  }
  return problems;
}

/** What moves, although the reader has asked that nothing does. */
export function listMotion(): string[] {
  return document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map(({ effect }) => {
      const { target } = (effect ?? {}) as { target?: Element };
      return `${target?.localName}.${target?.className} moves`;
    });
}

/** How the view looks without the focus, kept in the view itself for `readStop`. */
export function forgetFocus(): void {
  const within = (root: ParentNode): Element[] =>
    Array.from(root.querySelectorAll('*')).flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const ringOf = (element: Element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' ? '' : style.outline;
    const drawn = element instanceof SVGElement ? style.stroke + style.strokeWidth : '';
    const { boxShadow, borderColor, backgroundColor } = style;
    return [outline, boxShadow, borderColor, backgroundColor, drawn].join(' / ');
  };
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  (focused as HTMLElement | null)?.blur();
  const looks = new Map(within(document).map((element) => [element, ringOf(element)]));
  Object.assign(globalThis, { waymarkFocus: { looks, ringOf, seen: new Set<Element>() } });
}

/** Where the focus is. */
export interface Stop {
  name: string;
  /** Whether it looks different from how it does without the focus. */
  isShown: boolean;
  /** Whether the focus has been here before. */
  isSeen: boolean;
}

/** Where the focus has come to; undefined when it has left the view. */
export function readStop(): Stop | undefined {
  const { looks, ringOf, seen } = (
    globalThis as unknown as {
      waymarkFocus: {
        looks: Map<Element, string>;
        ringOf: (element: Element) => string;
        seen: Set<Element>;
      };
    }
  ).waymarkFocus;
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || !document.hasFocus()) return undefined;
  if (element === document.body || element === document.documentElement) return undefined;
  const isSeen = seen.has(element);
  seen.add(element);

  const label = (element as HTMLInputElement).labels?.[0];
  const isHidden = element.getBoundingClientRect().width <= 1;
  const shown = isHidden && label ? label : element;
  const around = [element, shown, shown.parentElement, shown.parentElement?.parentElement];
  const frame = shown.getBoundingClientRect();
  // In a drawing the frame is a shape of its own, of nearly the same size.
  const isFrame = (shape: Element) => {
    const box = shape.getBoundingClientRect();
    const isNear = Math.hypot(box.left - frame.left, box.bottom - frame.bottom) < 12;
    return isNear && looks.get(shape) !== ringOf(shape);
  };
  const { ownerSVGElement: drawing } = element as SVGElement;
  const isFramed = Array.from(drawing?.querySelectorAll('rect') ?? []).some(isFrame);
  const isShown =
    isFramed ||
    around.some((each) => {
      if (!each) return false;
      const before = looks.get(each);
      const ring = ringOf(each);
      return before === undefined ? !ring.startsWith(' / ') : ring !== before;
    });

  const name = element.getAttribute('aria-label') ?? (label ?? element).textContent?.trim() ?? '';
  return {
    name: `${element.localName} “${name.slice(0, 40)}”`,
    isShown,
    isSeen,
  };
}

/** What all of that lies under which has the focus; undefined when some of it can be seen. */
export function findCover(): string | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return undefined;
  const label = (element as HTMLInputElement).labels?.[0];
  const shown = element.getBoundingClientRect().width <= 1 && label ? label : element;
  const root = shown.getRootNode() as Document | ShadowRoot;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const [west, east] = [Math.max(left, 0) + 2, Math.min(right, innerWidth) - 2];
  const [north, south] = [Math.max(top, 0) + 2, Math.min(bottom, innerHeight) - 2];
  const points = [
    [(west + east) / 2, (north + south) / 2],
    [west, north],
    [east, north],
    [west, south],
    [east, south],
  ];
  const hits = points.map(([x = -1, y = -1]) => root.elementFromPoint(x, y));
  const isSeen = hits.some((hit) => hit && (shown.contains(hit) || hit.contains(shown)));
  if (isSeen) return undefined;
  const covers = hits.map((hit) => hit && `${hit.localName}.${hit.className}`);
  return `${[...new Set(covers)].join(', ') || 'the edge of the window'} (${top} to ${bottom} of ${innerHeight})`;
}

/** Wait until what was done to the view has been drawn. */
export function waitForFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}
