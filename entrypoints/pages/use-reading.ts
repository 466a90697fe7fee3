import type { ReadToggleProps } from '../../components/read-toggle.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Services } from './services.ts';
import { useQuery } from './use-query.ts';

/**
 * Whether the post has been read, as the reader says.
 *
 * @param first What it was before anything was drawn.
 */
export function useReading(
  permalink: Permalink | undefined,
  first: boolean | undefined,
  { readings }: Services,
): ReadToggleProps | undefined {
  const { value } = useQuery(
    async () => permalink && { isRead: (await readings.find(permalink))?.read !== undefined },
    [permalink],
    first === undefined ? undefined : { isRead: first },
  );
  if (!permalink || !value) return undefined;
  return { isRead: value.isRead, onRead: (isRead) => void readings.saveRead(permalink, isRead) };
}
