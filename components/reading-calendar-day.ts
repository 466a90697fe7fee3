/** A post on a day of reading. */
export interface DayPost {
  permalink: string;
  title: string;
  /** Whether it was marked as read that day, and not only opened. */
  isRead: boolean;
}

/** A day on which something was read. */
export interface ReadingDay {
  /** `YYYY-MM-DD` where the reader was. */
  day: string;
  posts: readonly DayPost[];
}
