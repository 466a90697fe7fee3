import type { Sharing } from '../../components/annotation-handlers.ts';
import type { GroupView } from '../../lib/storage/group-repository.ts';
import type { Services } from './services.ts';
import { useQuery } from './use-query.ts';

/**
 * What a page shows of the reader's group, once it is ready for that, with the way to share
 * something there; undefined while no group is joined.
 */
export function useGroupView(
  isReady: boolean,
  source: string | undefined,
  { group }: Pick<Services, 'group'>,
): (GroupView & Sharing) | undefined {
  const { value } = useQuery(
    async () => (isReady ? group.find(source) : undefined),
    [isReady, source],
  );
  return value && { ...value, onShare: group.share };
}
