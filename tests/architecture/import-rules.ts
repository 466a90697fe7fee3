import { type Graph, listCycles, packageOf, reachableFrom, targetOf, wayTo } from './graph.ts';
import type { Import, Module } from './parse-module.ts';
import { isKnownRoom, refusalOf, roomOf } from './rooms.ts';
import { isExtensionGlobal } from './unsafe.ts';
import type { Violation } from './violation.ts';

const TRANSPORT = 'lib/messaging/transport.ts';
const CONTENT_SCRIPT = 'entrypoints/blog.content/index.ts';
const BROWSER_PACKAGES = /^(?:wxt|@wxt-dev\/.+|webextension-polyfill)$/;
/** Too large, or of no use, in a page that belongs to someone else. */
const NOT_IN_CONTENT_SCRIPT = new Set(['dexie', 'htmlparser2', 'preact', 'valibot']);
const MODULE = /\.(?:[mc]?[jt]s|tsx)$/;

/** Imports that break the table of the design, and folders that are not in it. */
export function checkRooms({ modules, edgesOf }: Graph): Violation[] {
  return modules.flatMap(({ path }) => {
    const room = roomOf(path);
    const unknown =
      room !== undefined && !isKnownRoom(room)
        ? [{ path, line: 1, message: `${room} is no room of the design` }]
        : [];
    const refused = edgesOf(path).flatMap(({ to, kind, line, specifier }) => {
      const refusal = isKnownRoom(room ?? '') ? refusalOf(path, to, kind) : undefined;
      return refusal ? [{ path, line, message: `${refusal}: ${specifier}` }] : [];
    });
    return [...unknown, ...refused];
  });
}

/** Imports that cannot be followed: computed, by alias, or of a module that is not there. */
export function checkSpecifiers({ modules, edgesOf }: Graph): Violation[] {
  return modules.filter(isShipped).flatMap((module) => {
    const followed = new Set(edgesOf(module.path).map(({ specifier }) => specifier));
    return complain(module, (found) => {
      const { specifier } = found;
      if (specifier === undefined) return 'an import must name its module';
      const target = targetOf(module.path, found);
      if (target === undefined) {
        return packageOf(found) ? undefined : `neither a relative path nor a package: ${specifier}`;
      }
      const isModule = MODULE.test(target) || !/\.\w+$/.test(target);
      return isModule && !followed.has(specifier) ? `no such module: ${specifier}` : undefined;
    });
  });
}

/** Uses of Dexie outside the rooms that keep the database. */
export function checkDexie({ modules }: Graph): Violation[] {
  return modules
    .filter(isShipped)
    .filter(({ path }) => !['lib/storage', 'lib/sync'].includes(roomOf(path) ?? ''))
    .flatMap((module) =>
      complain(module, (found) =>
        packageOf(found)?.startsWith('dexie')
          ? 'only lib/storage and lib/sync see Dexie'
          : undefined,
      ),
    );
}

/** Uses of the extension's API, by any of its names, outside `transport.ts` and entrypoints. */
export function checkBrowser({ modules }: Graph): Violation[] {
  const message = 'only lib/messaging/transport.ts and entrypoints see the browser';
  return modules
    .filter(isShipped)
    .filter(({ path }) => path !== TRANSPORT && roomOf(path) !== 'entrypoints')
    .flatMap((module) => [
      ...complain(module, (found) =>
        BROWSER_PACKAGES.test(packageOf(found) ?? '') ? message : undefined,
      ),
      ...module.unsafe
        .filter(isExtensionGlobal)
        .map(({ what, line }) => ({ path: module.path, line, message: `${message}: ${what}` })),
    ]);
}

/** What the content script would carry into the page and must not; types carry nothing. */
export function checkContentScript(graph: Graph): Violation[] {
  const reached = reachableFrom(graph, [CONTENT_SCRIPT], ({ kind }) => kind === 'value');
  return graph.modules
    .filter(({ path }) => reached.has(path))
    .flatMap((module) => {
      const way = wayTo(reached, module.path).join(' > ');
      const stored =
        roomOf(module.path) === 'lib/storage'
          ? [{ path: module.path, line: 1, message: `the content script reaches it: ${way}` }]
          : [];
      const carried = complain(module, (found) => {
        const name = found.kind === 'value' ? packageOf(found) : undefined;
        return name && NOT_IN_CONTENT_SCRIPT.has(name)
          ? `the content script reaches ${name}: ${way}`
          : undefined;
      });
      return [...stored, ...carried];
    });
}

/** Imports, of types too, that close a cycle. */
export function checkCycles(graph: Graph): Violation[] {
  return listCycles(graph).map(({ path, edge, cycle }) => ({
    path,
    line: edge.line,
    message: `a cycle of imports: ${cycle.join(' > ')}`,
  }));
}

/** Whether a module goes into the extension. */
export function isShipped({ path }: Module): boolean {
  return roomOf(path) !== undefined;
}

/** A violation for every import of a module about which there is something to say. */
function complain(
  { path, imports }: Module,
  judge: (found: Import) => string | undefined,
): Violation[] {
  return imports.flatMap((found) => {
    const message = judge(found);
    return message === undefined ? [] : [{ path, line: found.line, message }];
  });
}
