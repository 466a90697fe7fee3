import './reading-calendar.css';
import { useMemo, useState } from 'preact/hooks';
import { languageOf, say, sayCount } from '../lib/language/say.ts';
import type { ReadingDay } from './reading-calendar-day.ts';
import { CalendarPicture } from './reading-calendar-picture.tsx';
import { toWebAddress } from './web-address.ts';

export interface ReadingCalendarProps {
  /** The oldest first. */
  days: readonly ReadingDay[];
  /** `YYYY-MM-DD` where the reader is. */
  today: string;
}

/** On which days something was read, a year at a time; a day tells what it was. */
export function ReadingCalendar({ days, today }: ReadingCalendarProps) {
  const years = useMemo(
    () => Array.from(new Set(days.map(({ day }) => Number(day.slice(0, 4))))).sort((a, b) => b - a),
    [days],
  );
  const [wanted, setWanted] = useState<number>();
  const [chosen, setChosen] = useState<string>();
  const year = wanted !== undefined && years.includes(wanted) ? wanted : years[0];
  const ofYear = useMemo(
    () => new Map(days.flatMap((one) => (isIn(one, year) ? [[one.day, one] as const] : []))),
    [days, year],
  );
  const open = chosen === undefined ? undefined : ofYear.get(chosen);

  return (
    <section class="calendar" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{say('readingCalendarHeading')}</h2>
      {year === undefined && <p class="soft">{say('readingCalendarEmpty')}</p>}
      {year !== undefined && (
        <>
          <p class="calendar-line">
            {years.length > 1 && (
              <label>
                {say('readingCalendarYear')}{' '}
                <select
                  class="field"
                  value={year}
                  onChange={({ currentTarget }) => setWanted(Number(currentTarget.value))}
                >
                  {years.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <span class="soft">
              {sayCount('readingCalendarSummary', ofYear.size, String(year))}
            </span>
          </p>
          <CalendarPicture
            year={year}
            days={ofYear}
            today={today}
            chosen={chosen}
            onChoose={setChosen}
          />
          <div class="calendar-chosen" role="status">
            {open ? <DayList day={open} /> : <p class="soft">{say('readingCalendarPick')}</p>}
          </div>
          <p class="map-hint">{say('readingCalendarKey')}</p>
          <details>
            <summary>{say('readingCalendarTable')}</summary>
            {Array.from(ofYear.values(), (day) => <DayList key={day.day} day={day} />).reverse()}
          </details>
        </>
      )}
    </section>
  );
}

/** What was read on a day. */
function DayList({ day: { day, posts } }: { day: ReadingDay }) {
  const date = new Intl.DateTimeFormat(languageOf(), { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <div class="calendar-list">
      <h3>
        <time dateTime={day}>{date.format(new Date(day))}</time>
      </h3>
      <ul>
        {posts.map(({ permalink, title, isRead }) => (
          <li key={permalink}>
            <a href={toWebAddress(permalink)} target="_blank" rel="noopener">
              {title}
            </a>{' '}
            <span class="soft">{say(isRead ? 'mapStandRead' : 'mapStandOpened')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isIn({ day }: ReadingDay, year: number | undefined): boolean {
  return Number(day.slice(0, 4)) === year;
}
