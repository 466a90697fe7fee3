import { useMemo, useRef, useState } from 'preact/hooks';
import { languageOf, say, sayCount } from '../lib/language/say.ts';
import type { ReadingDay } from './reading-calendar-day.ts';
import { DAY_SIZE, layOutYear } from './reading-calendar-layout.ts';
import { NORMAL_REM, useWidth } from './use-width.ts';

export interface CalendarPictureProps {
  year: number;
  /** The days of the year on which something was read, by day. */
  days: ReadonlyMap<string, ReadingDay>;
  /** `YYYY-MM-DD` where the reader is. */
  today: string;
  chosen: string | undefined;
  onChoose: (day: string) => void;
}

/** How large the mark of a day is, by how many posts it stands for. */
const RADII = [5.5, 7.5, 9, 10.5];
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A year of days; those of reading are buttons, and one tab stop for all of them. */
export function CalendarPicture(props: CalendarPictureProps) {
  const { year, days, today, chosen, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 0;
  const [focused, setFocused] = useState<string>();
  const language = languageOf();
  const layout = useMemo(
    () => layOutYear(year, weekStartOf(language), width, new Set(days.keys())),
    [year, language, width, days],
  );
  const words = useMemo(() => {
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return {
      day: (day: string) => date.format(new Date(day)),
      month: (number: number) => month.format(new Date(Date.UTC(year, number, 1))),
    };
  }, [language, year]);
  const read = Array.from(days.keys()).sort();
  const stop = chosen && days.has(chosen) ? chosen : read.at(-1);

  const onKeyDown = (event: KeyboardEvent) => {
    const day = dayAt(event.target);
    if (!day || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined;
    if (event.key === 'Enter' || event.key === ' ') onChoose(day);
    else if (step !== undefined) {
      const place = Math.max(0, Math.min(read.length - 1, read.indexOf(day) + step));
      frame.current?.querySelector<SVGElement>(`[data-day="${read[place]}"]`)?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is interactive
    <div
      ref={frame}
      class="calendar-frame"
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const day = dayAt(target);
        if (day) onChoose(day);
      }}
      onFocusIn={({ target }) => setFocused(dayAt(target))}
      onFocusOut={() => setFocused(undefined)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg
        class="calendar-year"
        role="group"
        aria-label={say('readingCalendarPicture', String(year))}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        style={{ width: `${layout.width / NORMAL_REM}rem` }}
      >
        {layout.months.map(({ month, x, y, days: places }) => (
          <g key={month}>
            <text class="calendar-month" font-size="13" x={x} y={y} aria-hidden>
              {words.month(month)}
            </text>
            {places.map(({ day, x, y }) => {
              const reading = days.get(day);
              if (!reading) {
                return <circle key={day} class="calendar-day" cx={x} cy={y} r="1.5" />;
              }
              const { posts } = reading;
              const radius = RADII[Math.min(posts.length, RADII.length) - 1];
              return (
                // biome-ignore lint/a11y/useSemanticElements: SVG has no buttons of its own
                <g
                  key={day}
                  class={posts.some(({ isRead }) => isRead) ? 'calendar-disc' : 'calendar-ring'}
                  role="button"
                  // As the attribute is spelt: in SVG nothing translates the property's name.
                  tabindex={day === stop ? 0 : -1}
                  aria-pressed={day === chosen}
                  aria-label={say(
                    'readingCalendarDay',
                    words.day(day),
                    sayCount('mapPosts', posts.length),
                  )}
                  data-day={day}
                >
                  <rect
                    class={day === focused ? 'calendar-cell calendar-focused' : 'calendar-cell'}
                    x={x - DAY_SIZE / 2}
                    y={y - DAY_SIZE / 2}
                    width={DAY_SIZE}
                    height={DAY_SIZE}
                    rx="6"
                  />
                  <circle class="calendar-mark" cx={x} cy={y} r={radius} />
                </g>
              );
            })}
            <Today place={places.find(({ day }) => day === today)} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Today({ place }: { place: { x: number; y: number } | undefined }) {
  if (!place) return null;
  return <path class="calendar-today" d={`M${place.x - 6} ${place.y + 11.5}h12`} />;
}

function dayAt(target: EventTarget | null): string | undefined {
  const cell = target instanceof Element ? target.closest('[data-day]') : undefined;
  return cell?.getAttribute('data-day') ?? undefined;
}

/** 1 for Monday to 7 for Sunday; Monday, as in ISO 8601, where the browser does not know. */
function weekStartOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
  };
  return locale.getWeekInfo?.().firstDay ?? 1;
}
