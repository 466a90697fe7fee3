/*
 * A year as twelve small calendars. Lengths are CSS pixels at normal text size; a day is as large
 * as a target that a finger meets.
 */
export const DAY_SIZE = 24;
const DAYS_A_WEEK = 7;
const WEEKS_A_MONTH = 6;
/** The name of the month above it, and the space between months. */
const HEAD = 24;
const GAP = 20;

const MONTH_WIDTH = DAY_SIZE * DAYS_A_WEEK;
const MONTH_HEIGHT = HEAD + DAY_SIZE * WEEKS_A_MONTH;

export interface DayPlace {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Its middle. */
  x: number;
  y: number;
}

export interface MonthPlace {
  /** From 0. */
  month: number;
  /** Where the baseline of its name begins. */
  x: number;
  y: number;
  days: readonly DayPlace[];
}

export interface YearLayout {
  width: number;
  height: number;
  months: readonly MonthPlace[];
}

/**
 * The months of a year, as many side by side as there is room for. Where there is room for one
 * only, months in which nothing was read are left out: twelve of them would be a long way down.
 *
 * @param weekStart the first day of the week, 1 for Monday to 7 for Sunday, as `Intl.Locale` says.
 * @param read the days on which something was read.
 */
export function layOutYear(
  year: number,
  weekStart: number,
  givenWidth: number,
  read: ReadonlySet<string>,
): YearLayout {
  const columns = Math.max(1, Math.min(6, Math.floor((givenWidth + GAP) / (MONTH_WIDTH + GAP))));
  const all = Array.from({ length: 12 }, (_, month) => ({ month, days: daysOf(year, month) }));
  const drawn = columns > 1 ? all : all.filter(({ days }) => days.some((day) => read.has(day)));
  const rows = Math.ceil(drawn.length / columns);
  return {
    width: columns * (MONTH_WIDTH + GAP) - GAP,
    height: Math.max(0, rows * (MONTH_HEIGHT + GAP) - GAP),
    months: drawn.map(({ month, days }, i) => {
      const left = (i % columns) * (MONTH_WIDTH + GAP);
      const top = Math.floor(i / columns) * (MONTH_HEIGHT + GAP);
      // `getUTCDay` has Sunday as 0, which is the week's last day or, as 7, its first.
      const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() - weekStart + 14) % 7;
      return {
        month,
        x: left + DAY_SIZE / 2 - 4,
        y: top + HEAD - 9,
        days: days.map((day, j) => ({
          day,
          x: left + DAY_SIZE * (((before + j) % DAYS_A_WEEK) + 0.5),
          y: top + HEAD + DAY_SIZE * (Math.floor((before + j) / DAYS_A_WEEK) + 0.5),
        })),
      };
    }),
  };
}

function daysOf(year: number, month: number): string[] {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Array.from({ length }, (_, i) =>
    new Date(Date.UTC(year, month, i + 1)).toISOString().slice(0, 10),
  );
}
