import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { background } from '../../lib/messaging/transport.ts';
import type { Database } from '../../lib/storage/database.ts';
import type { Opening } from '../../lib/storage/opening.ts';
import type { Repositories } from './repositories.ts';

/** What the extension's own pages lean on: the reader's library, and the background. */
export interface Services extends Omit<Repositories, 'opening'> {
  background: Client<BackgroundProtocol>;
}

let opened: Repositories | undefined;
let opening: Promise<Repositories> | undefined;

/**
 * The page's repositories, the same for everyone. What they are made of is more than all the rest
 * of a popup: it is loaded when it is first needed, and that is after the first frame.
 *
 * @param database the library, where the page has opened it itself, and what is known of that.
 */
export function openRepositories(database?: Database, known?: Opening): Promise<Repositories> {
  opening ??= import('./repositories.ts').then(({ createRepositories }) => {
    opened = createRepositories(database, known);
    return opened;
  });
  return opening;
}

/** The services of a page; its repositories are opened when they are first asked. */
export function openServices(): Services {
  return {
    annotations: lazily('annotations'),
    bulk: lazily('bulk'),
    drafts: lazily('drafts'),
    group: lazily('group'),
    posts: lazily('posts'),
    readings: lazily('readings'),
    related: lazily('related'),
    settings: lazily('settings'),
    background,
  };
}

type Method = (...given: unknown[]) => Promise<unknown>;

/**
 * A repository that is there before its module is: all that repositories do, they promise. Once it
 * is there it is asked at once, for only so can a query be watched.
 */
function lazily<Name extends Exclude<keyof Repositories, 'opening'>>(
  name: Name,
): Repositories[Name] {
  const methodOf = (all: Repositories, method: string | symbol) =>
    (all[name] as unknown as Record<string | symbol, Method>)[method] as Method;
  return new Proxy({} as Repositories[Name], {
    get:
      (_, method) =>
      (...given: unknown[]) =>
        opened
          ? methodOf(opened, method)(...given)
          : openRepositories().then((all) => methodOf(all, method)(...given)),
  });
}
