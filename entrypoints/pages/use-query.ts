import { useEffect, useRef, useState } from 'preact/hooks';
import { openRepositories } from './services.ts';

/** What a query has answered so far. */
export interface QueryResult<T> {
  /** Undefined until the first answer. */
  value?: T;
  /** What went wrong, when it did. */
  error?: unknown;
}

/**
 * Watch a query of the database for as long as the component lives; `inputs` are what it reads.
 *
 * @param first What it is known to answer with these inputs.
 */
export function useQuery<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  first?: T,
): QueryResult<T> {
  const [result, setResult] = useState<QueryResult<T>>(first === undefined ? {} : { value: first });
  const isFirst = useRef(true);
  useEffect(() => {
    const controller = new AbortController();
    if (!isFirst.current) setResult({});
    isFirst.current = false;
    const onError = (error: unknown) => setResult({ error });
    Promise.all([import('../../lib/storage/watch.ts'), openRepositories()]).then(
      ([{ watchQuery }, { opening }]) => {
        const { signal } = controller;
        // Once it is opened after all, the query answers.
        opening.watch((error) => error && setResult({ error }), signal);
        watchQuery(query, (value) => setResult({ value }), onError, signal);
      },
      onError,
    );
    return () => controller.abort();
  }, inputs);
  return result;
}
