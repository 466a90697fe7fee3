import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { createFaultyFetch, FAULTS, PATIENCE } from '../../couch/faults.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { anAnnotation, writeNote } from '../storage/fresh-database.ts';
import { createMember, type Member } from './member.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

/** Notes that each member has from the beginning. Of the first both have the same. */
const NOTES = 3;

const aStep = fc.record({
  who: fc.nat(1),
  which: fc.nat(NOTES - 1),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant('share' as const) },
    fc.constantFrom('unshare' as const, 'edit' as const, 'delete' as const, 'restore' as const),
    { weight: 3, arbitrary: fc.constant('sync' as const) },
    {
      weight: 3,
      arbitrary: fc.oneof(
        fc.record({ fault: fc.constantFrom(...FAULTS), at: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ interruptedAt: fc.integer({ min: 1, max: 6 }) }),
      ),
    },
  ),
});

type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

async function take({ what }: Step, member: Member, { id }: Annotation, turn: number) {
  if (what === 'share') return member.group.share(id, true);
  if (what === 'unshare') return member.group.share(id, false);
  if (what === 'edit') return writeNote(member.annotations, id, `At turn ${turn}.`);
  if (what === 'delete') return member.annotations.delete(id);
  if (what === 'restore') return member.annotations.restore(id);
  if (what === 'sync') return member.sync();
  if ('fault' in what) {
    const fetch = createFaultyFetch(what.fault, what.at);
    return member.sync({ fetch, patience: PATIENCE }).catch(() => undefined);
  }
  let left = what.interruptedAt;
  const onStep = () => {
    left -= 1;
    if (left === 0) throw new Error('interrupted');
  };
  return member.sync({ onStep }).catch(() => undefined);
}

test('whatever two members share, withdraw and edit, and whatever happens to them, each has in the end what the other shares', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      const address = await couch.createDatabase();
      const members = [
        await createMember(couch, address, 'Ada'),
        await createMember(couch, address, 'Grace'),
      ] as const;
      const common = anAnnotation({ note: 'In both libraries.' });
      const notes = members.map(() => [
        common,
        ...Array.from({ length: NOTES - 1 }, (_, at) => anAnnotation({ note: `Note ${at}.` })),
      ]);
      for (const [at, member] of members.entries())
        await member.database.annotations.bulkPut(notes[at] ?? []);
      for (const [turn, step] of steps.entries()) {
        const note = notes[step.who]?.[step.which] ?? common;
        await take(step, members[step.who] ?? members[0], note, turn);
      }
      const [ada, grace] = members;
      // What a server had forgotten, or hidden, comes to light when everything is compared.
      for (const member of [ada, grace, ada]) await member.sync({ isThorough: true });
      expect(sorted(await grace.others())).toEqual(sorted(await ada.shares()));
      expect(sorted(await ada.others())).toEqual(sorted(await grace.shares()));
      // And then there is peace.
      expect(await ada.sync()).toMatchObject({ sent: 0, received: 0 });
      expect(await grace.sync()).toMatchObject({ sent: 0 });
    }),
    { numRuns: 25 },
  );
}, 240_000);

function sorted(shared: readonly (readonly [string, Annotation])[]) {
  return [...shared].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
}
