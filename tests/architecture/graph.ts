import { posix } from 'node:path';
import { type Import, type Module, parseModule } from './parse-module.ts';
import type { SourceTree } from './source-tree.ts';

/** An import that leads to another module of the project. */
export interface Edge extends Import {
  to: string;
}

/** The project's modules, and how they import each other. */
export interface Graph {
  modules: readonly Module[];
  /** The imports of a module that lead to other modules. */
  edgesOf(path: string): readonly Edge[];
}

/** Parse every module of a tree, and follow its relative imports. */
export function createGraph(tree: SourceTree): Graph {
  const modules = Array.from(tree, ([path, text]) => parseModule(path, text));
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap((found) => {
        const to = targetOf(path, found);
        return to !== undefined && tree.has(to) ? [{ ...found, to }] : [];
      }),
    ]),
  );
  return { modules, edgesOf: (path) => edges.get(path) ?? [] };
}

/** The path a relative import names, whether a module is there or not. */
export function targetOf(path: string, { specifier }: Import): string | undefined {
  if (!specifier || !/^\.{1,2}\//.test(specifier)) return undefined;
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

/** The package an import names, without the path into it; undefined when it names none. */
export function packageOf({ specifier }: Import): string | undefined {
  // An address is no package: nothing is run that came from elsewhere.
  if (!specifier || /^[./#~]|^@\/|^[a-z][\w+.-]*:/i.test(specifier)) return undefined;
  const [scope, name] = specifier.split('/');
  return scope?.startsWith('@') ? `${scope}/${name}` : scope;
}

/**
 * Every module that is reached from the given ones, themselves included, and from where first.
 *
 * @param follows which imports count.
 */
export function reachableFrom(
  graph: Graph,
  roots: readonly string[],
  follows: (edge: Edge) => boolean = () => true,
): Map<string, string | undefined> {
  const reached = new Map<string, string | undefined>(roots.map((root) => [root, undefined]));
  // A Map is iterated in the order it grows, with what is added on the way.
  for (const path of reached.keys()) {
    for (const edge of graph.edgesOf(path)) {
      if (follows(edge) && !reached.has(edge.to)) reached.set(edge.to, path);
    }
  }
  return reached;
}

/** The way by which a module was reached, from its root. */
export function wayTo(reached: ReadonlyMap<string, string | undefined>, path: string): string[] {
  const from = reached.get(path);
  return from === undefined ? [path] : [...wayTo(reached, from), path];
}

/** The imports that close a cycle: each with the modules of it in order, its own first. */
export function listCycles(graph: Graph): { path: string; edge: Edge; cycle: string[] }[] {
  const cycles: { path: string; edge: Edge; cycle: string[] }[] = [];
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]) => {
    const way = [...above, path];
    for (const edge of graph.edgesOf(path)) {
      const at = way.indexOf(edge.to);
      if (at !== -1) cycles.push({ path, edge, cycle: [...way.slice(at), edge.to] });
      else if (!done.has(edge.to)) visit(edge.to, way);
    }
    done.add(path);
  };
  for (const { path } of graph.modules) if (!done.has(path)) visit(path, []);
  return cycles;
}
