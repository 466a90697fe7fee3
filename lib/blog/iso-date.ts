const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** The text, trimmed, when it is a date in ISO 8601 that `Date` can read; otherwise undefined. */
export function toIsoDate(text: string): string | undefined {
  const date = text.trim();
  return ISO_DATE.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined;
}
