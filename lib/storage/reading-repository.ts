import type { Permalink } from '../blog/permalink.ts';
import type { Database, Reading } from './database.ts';

/** Which posts the reader has opened, and which are read. */
export interface ReadingRepository {
  find(permalink: Permalink): Promise<Reading | undefined>;
  /** Every post that was opened or marked, in no order. */
  list(): Promise<Reading[]>;
  /** Note that the post was open on a day, `YYYY-MM-DD` where the reader is. Twice is once. */
  saveDay(permalink: Permalink, day: string): Promise<void>;
  /** Mark the post as read, or as unread. */
  saveRead(permalink: Permalink, isRead: boolean, now?: Date): Promise<void>;
}

export function createReadingRepository(database: Database): ReadingRepository {
  const { readings } = database;

  const change = (permalink: Permalink, to: (reading: Reading) => Reading) =>
    database.transaction('rw', readings, async () => {
      const reading = (await readings.get(permalink)) ?? { permalink, days: [] };
      await readings.put(to(reading));
    });

  return {
    find: (permalink) => readings.get(permalink),
    list: () => readings.toArray(),
    saveDay: (permalink, day) =>
      change(permalink, (reading) => ({
        ...reading,
        days: Array.from(new Set([...reading.days, day])).sort(),
      })),
    saveRead: (permalink, isRead, now = new Date()) =>
      change(permalink, ({ read, ...reading }) =>
        isRead ? { ...reading, read: read ?? now.toISOString() } : reading,
      ),
  };
}
