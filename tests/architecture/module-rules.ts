import { type Graph, reachableFrom } from './graph.ts';
import { isShipped } from './import-rules.ts';
import type { Module } from './parse-module.ts';
import { isExtensionGlobal } from './unsafe.ts';
import type { Violation } from './violation.ts';

const LONGEST_MODULE = 150;
const LONGEST_ENTRYPOINT = 40;
/** Tables may be as long as what they list, as long as they do nothing. */
const DATA_TABLES = new Set(['lib/relatedness/stop-words.ts']);

/** The files that WXT or an HTML page begins with. */
const ENTRYPOINT = /^entrypoints\/(?:[\w.-]+\/(?:index|main)|[\w.-]+)\.tsx?$/;
/** Those of them that WXT wants a default export of. */
const DEFINED_FOR_WXT =
  /^entrypoints\/(?:background|first-look|[\w-]+\.content)(?:\/index)?\.tsx?$/;
const NAMELESS = /(?:^|[/.-])(?:utils?|helpers?|managers?)(?:[/.-]|$)/i;

/** Modules that only pass on what others export. */
export function checkBarrels({ modules }: Graph): Violation[] {
  return modules
    .filter(({ isBarrel }) => isBarrel)
    .map(({ path }) => ({ path, line: 1, message: 'a barrel: import the modules themselves' }));
}

/** Files and folders whose name says nothing about what is in them. */
export function checkNames({ modules }: Graph): Violation[] {
  return modules
    .filter(({ path }) => NAMELESS.test(path.replace(/([a-z])([A-Z])/g, '$1-$2')))
    .map(({ path }) => ({ path, line: 1, message: 'name it after what it does' }));
}

/** What stands in for packages in a build, by wxt.config.ts: they export what the package does. */
const STAND_INS = new Set([
  'entrypoints/blog.content/lifetime.ts',
  'entrypoints/blog.content/native-browser.ts',
  'lib/sync/no-changes-filter.ts',
]);

/** Default exports that WXT does not ask for. */
export function checkDefaultExports({ modules }: Graph): Violation[] {
  return modules
    .filter(isShipped)
    .flatMap(({ path, defaultExport }) =>
      defaultExport !== undefined && !DEFINED_FOR_WXT.test(path) && !STAND_INS.has(path)
        ? [{ path, line: defaultExport, message: 'a default export: give it its name' }]
        : [],
    );
}

/** Modules that are too long to hold one idea, and tables that have begun to do something. */
export function checkLengths({ modules }: Graph): Violation[] {
  return modules.filter(isShipped).flatMap(({ path, length, hasFunctions }) => {
    if (DATA_TABLES.has(path)) {
      return hasFunctions ? [{ path, line: 1, message: 'a table of data has functions' }] : [];
    }
    const most = ENTRYPOINT.test(path) ? LONGEST_ENTRYPOINT : LONGEST_MODULE;
    return length > most
      ? [{ path, line: most + 1, message: `${length} lines, where ${most} are allowed` }]
      : [];
  });
}

/** Modules that no entrypoint, script, setting or test leads to. */
export function checkDeadModules(graph: Graph): Violation[] {
  const roots = graph.modules.filter(isRoot).map(({ path }) => path);
  const reached = reachableFrom(graph, roots);
  return graph.modules
    .filter((module) => isShipped(module) && !reached.has(module.path))
    .filter(({ path }) => !path.endsWith('.d.ts') && !STAND_INS.has(path))
    .map(({ path }) => ({ path, line: 1, message: 'nothing leads to this module' }));
}

/** Text taken for markup or code, and messages left over from debugging. */
export function checkUnsafe({ modules }: Graph): Violation[] {
  return modules
    .filter(isShipped)
    .flatMap(({ path, unsafe }) =>
      unsafe
        .filter((use) => !isExtensionGlobal(use))
        .map(({ what, line }) => ({ path, line, message: `${what} is not to be used` })),
    );
}

/** Whatever is not part of the extension is run by someone: a test, a script, a tool's settings. */
function isRoot(module: Module): boolean {
  return !isShipped(module) || ENTRYPOINT.test(module.path);
}
