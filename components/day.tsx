export interface DayProps {
  /** ISO 8601. */
  value: string;
}

/** A date as the reader's language writes it. What is no date is shown as it stands. */
export function Day({ value }: DayProps) {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  const text = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(date);
  return <time dateTime={value}>{text}</time>;
}
