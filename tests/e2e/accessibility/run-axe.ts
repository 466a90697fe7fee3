import axe from 'axe-core';
import type { Surface } from '../driver/surface.ts';

/** What a page must have, and what is part of one need not. */
export const RULES_FOR_PAGES = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** Rules by which what a bar covers is too small to be hit; its size is measured elsewhere. */
export const RULES_FOR_COVERED = ['target-size'];

/**
 * What axe finds wrong in a view, a line for each element.
 *
 * @param excused rules that do not hold for it.
 */
export async function runAxe(surface: Surface, excused: readonly string[] = []): Promise<string[]> {
  // Sent as the text of a function: the drivers may run code in a page whose own policy forbids it.
  const isThere = await surface.evaluate(() => 'axe' in globalThis);
  if (!isThere) await surface.evaluate(new Function(axe.source) as () => void);
  const found = await surface.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({
        id,
        what: `${target.join(' ')}: ${failureSummary}`,
      })),
    );
  });
  return found.filter(({ id }) => !excused.includes(id)).map(({ id, what }) => `${id}: ${what}`);
}
