import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/*
 * Put into a page of Firefox, whose protocol can ask its engine for an element by role and name,
 * too, but takes half a second for each answer.
 */

/** What is looked for, each inside the one before. */
type Path = readonly { role: string; name: string }[];

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

function findNamed(path: Path): Element[] {
  let found: ParentNode[] = [document];
  for (const { role, name } of path) {
    found = found.flatMap((root) =>
      Array.from(elementsIn(root)).filter(
        (element) =>
          getRole(element) === role &&
          spellingsOf(element).includes(name) &&
          !isInaccessible(element),
      ),
    );
  }
  return found as Element[];
}

/**
 * The name as it is worked out, and, where that is what the element or its label says, as it stands
 * there: the library loses a space that begins a part of a line.
 */
function spellingsOf(element: Element): string[] {
  const name = toLine(computeAccessibleName(element));
  const [label = element] = (element as HTMLInputElement).labels ?? [];
  const said = toLine(label.textContent ?? '');
  return toLetters(said) === toLetters(name) ? [name, said] : [name];
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function toLetters(text: string): string {
  return text.replace(/ /g, '');
}

Object.assign(globalThis, { findNamed });
