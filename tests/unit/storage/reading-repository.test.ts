import { beforeEach, expect, test } from 'vitest';
import {
  createReadingRepository,
  type ReadingRepository,
} from '../../../lib/storage/reading-repository.ts';
import { freshDatabase, permalinkOf } from './fresh-database.ts';

const ONE = permalinkOf('one');
const NOON = new Date('2026-05-01T12:00:00.000Z');

let readings: ReadingRepository;
beforeEach(() => {
  readings = createReadingRepository(freshDatabase());
});

test('a post that was never opened has no reading', async () => {
  expect(await readings.find(ONE)).toBeUndefined();
  expect(await readings.list()).toEqual([]);
});

test('a day is kept once, and days stay in order', async () => {
  for (const day of ['2026-05-03', '2026-05-01', '2026-05-03']) await readings.saveDay(ONE, day);
  expect(await readings.find(ONE)).toEqual({
    permalink: ONE,
    days: ['2026-05-01', '2026-05-03'],
  });
});

test('marking as read twice keeps the first time, and the days', async () => {
  await readings.saveDay(ONE, '2026-05-01');
  await readings.saveRead(ONE, true, NOON);
  await readings.saveRead(ONE, true, new Date('2026-06-01T12:00:00.000Z'));
  expect(await readings.find(ONE)).toEqual({
    permalink: ONE,
    days: ['2026-05-01'],
    read: NOON.toISOString(),
  });
});

test('marking as unread forgets when it was read and nothing else', async () => {
  await readings.saveDay(ONE, '2026-05-01');
  await readings.saveRead(ONE, true, NOON);
  await readings.saveRead(ONE, false);
  expect(await readings.find(ONE)).toEqual({ permalink: ONE, days: ['2026-05-01'] });
});

test('a post that was read elsewhere can be marked without ever being opened', async () => {
  await readings.saveRead(ONE, true, NOON);
  expect(await readings.list()).toEqual([{ permalink: ONE, days: [], read: NOON.toISOString() }]);
});

test('days and marks that are saved at once are all kept', async () => {
  const days = ['2026-05-01', '2026-05-02', '2026-05-03'];
  await Promise.all([
    ...days.map((day) => readings.saveDay(ONE, day)),
    readings.saveRead(ONE, true, NOON),
  ]);
  expect(await readings.find(ONE)).toEqual({ permalink: ONE, days, read: NOON.toISOString() });
});
