/** A place in the source where a rule is broken. */
export interface Violation {
  path: string;
  /** Counted from one. */
  line: number;
  /** What is wrong there, and by which rule. */
  message: string;
}

/** The violation as a test prints it; editors make a link of its beginning. */
export function toLine({ path, line, message }: Violation): string {
  return `${path}:${line} ${message}`;
}
