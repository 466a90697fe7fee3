import { posix } from 'node:path';
import type { Waits } from './awaits.ts';
import type { Graph } from './graph.ts';
import type { Module } from './parse-module.ts';
import type { Violation } from './violation.ts';

/**
 * Anything but Dexie that is waited for inside a transaction, or inside what a transaction calls:
 * the transaction would be closed meanwhile, and a migration would be taken for done.
 */
export function checkTransactions({ modules }: Graph): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found = new Map<string, Violation>();
  const seen = new Set<string>();
  const judge = (module: Module, { foreign, calls }: Waits) => {
    for (const { what, line } of foreign) report(module.path, line, what);
    for (const name of calls) {
      const target = findFunction(module, name, byPath);
      if (!target) report(module.path, 1, `${name}()`);
      else if (!seen.has(`${target.module.path} ${target.name}`)) {
        seen.add(`${target.module.path} ${target.name}`);
        judge(target.module, target.waits);
      }
    }
  };
  const report = (path: string, line: number, what: string) => {
    const message = `a transaction waits for what is not Dexie’s: ${what}`;
    found.set(`${path}:${line} ${what}`, { path, line, message });
  };
  for (const module of modules.filter(({ path }) => path.startsWith('lib/'))) {
    for (const transaction of module.waits.transactions) judge(module, transaction);
  }
  return [...found.values()];
}

/** The function that a name stands for in a module: its own, or one of a module it imports. */
function findFunction(module: Module, name: string, byPath: ReadonlyMap<string, Module>) {
  const own = module.waits.functions.get(name);
  if (own) return { module, name, waits: own };
  for (const { specifier = '', kind } of module.imports) {
    const path = posix.join(posix.dirname(module.path), specifier);
    const other = specifier.startsWith('.') && kind === 'value' ? byPath.get(path) : undefined;
    const waits = other?.waits.functions.get(name);
    if (other && waits) return { module: other, name, waits };
  }
  return undefined;
}
