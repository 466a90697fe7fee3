/**
 * A line of letters, digits, and signs that mean nothing to Markdown, its dialects or the programs
 * around it where they stand: it begins with a letter, so that nothing of it is at the beginning of
 * a line; and it ends with nothing that what follows could give a meaning to, such as `!` before a
 * link, or with white space.
 */
const PLAIN = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} ,;.:!()'"‘’“”–—…?/-]*[\p{L}\p{M}\p{N},;.)'"’”…?]$/u;

/** The same for what stands between other things on a line, where spaces may be at its ends. */
const PLAIN_WITHIN = /^[\p{L}\p{M}\p{N} ,;.][\p{L}\p{M}\p{N} ,;.:!()'"‘’“”–—…?/-]*$/u;

/** At its end something could be meant by what follows. */
const OPEN_END = /[:!(/-]$/;

/** What could be an address, which GFM makes links of that are not marked as any; and `((`, `::`. */
const RISKY = /www|[/@]|\(\(|::/iu;

/** Whether a line is the same as Markdown and as words, wherever it stands. Most lines are. */
export function isPlain(line: string): boolean {
  return PLAIN.test(line) && !RISKY.test(line);
}

/**
 * Whether a text is the same as Markdown and as words between these characters; at the edge of a
 * line or a cell it is for `isPlain` to say.
 */
export function isPlainBetween(before: string, text: string, after: string): boolean {
  return (
    isWithin(before) &&
    isWithin(after) &&
    PLAIN_WITHIN.test(text) &&
    !RISKY.test(text) &&
    !OPEN_END.test(text)
  );
}

function isWithin(neighbour: string): boolean {
  return !['', '\n', '\r', '|'].includes(neighbour);
}
