import type { ReadToggleProps } from '../../components/read-toggle.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Services } from './services.ts';
import { useQuery } from './use-query.ts';

/** Whether the post has been read, as the reader says. */
export function useReading(
  permalink: Permalink | undefined,
  { readings }: Services,
): ReadToggleProps | undefined {
  const { value } = useQuery(
    async () => permalink && { isRead: (await readings.find(permalink))?.read !== undefined },
    [permalink],
  );
  if (!permalink || !value) return undefined;
  return { isRead: value.isRead, onRead: (isRead) => void readings.saveRead(permalink, isRead) };
}
