import type { PassageSearch, SearchAct } from '../../lib/annotation/passage-location.ts';
import type { PageSessions } from './page-sessions.ts';

/**
 * How far the search for the passages of all posts on the page has come. It can be stopped, and
 * gone on with; `settle` is called when it is done then.
 */
export function createPassageSearch(
  sessions: PageSessions,
  settle: () => unknown,
): (act: SearchAct) => PassageSearch {
  return (act) => {
    const list = sessions.list();
    if (act === 'goOn') Promise.all(list.map((session) => session.goOn())).then(settle);
    const whole = { looked: 0, total: 0, isBusy: false };
    for (const session of list) {
      const { looked, total, isBusy } = session.search(act);
      whole.looked += looked;
      whole.total += total;
      whole.isBusy ||= isBusy;
    }
    return whole;
  };
}
