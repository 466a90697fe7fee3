import type { Permalink } from '../blog/permalink.ts';

/**
 * How two posts are linked, seen from the one asked about: it links `to` the other, it is linked
 * `from` the other, or both.
 */
export type Linked = 'to' | 'from' | 'both';

/** A post, as far as its links go. */
export interface Linking {
  permalink: Permalink;
  /** The posts it links to; missing where nobody has looked. */
  links?: readonly string[];
}

/** The links between posts, both ways. */
export interface LinkGraph {
  save(post: Linking): void;
  remove(permalink: Permalink): void;
  /** The posts linked with one, themselves known or not, and how; never the post itself. */
  linkedWith(permalink: Permalink): Map<string, Linked>;
}

export function createLinkGraph(): LinkGraph {
  const links = new Map<string, ReadonlySet<string>>();
  const backlinks = new Map<string, Set<string>>();

  const remove = (permalink: string) => {
    for (const target of links.get(permalink) ?? []) backlinks.get(target)?.delete(permalink);
    links.delete(permalink);
  };

  return {
    save({ permalink, links: targets = [] }) {
      remove(permalink);
      const others = new Set(targets.filter((target) => target !== permalink));
      links.set(permalink, others);
      for (const target of others) {
        const sources = backlinks.get(target) ?? new Set();
        backlinks.set(target, sources.add(permalink));
      }
    },
    remove,
    linkedWith(permalink) {
      const linked = new Map<string, Linked>();
      for (const target of links.get(permalink) ?? []) linked.set(target, 'to');
      for (const source of backlinks.get(permalink) ?? []) {
        linked.set(source, linked.has(source) ? 'both' : 'from');
      }
      return linked;
    },
  };
}
