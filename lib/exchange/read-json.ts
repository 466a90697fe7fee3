import { ImportError } from './import-error.ts';

/** An annotation with its history is five levels deep. */
const DEEPEST = 32;

/**
 * Read JSON from outside. Brackets are counted before anything is built, so that a file made of
 * nothing else costs one pass over it.
 *
 * @throws ImportError when it is no JSON, or nested deeper than 32 levels.
 */
export function readJson(text: string): unknown {
  if (isDeeper(text, DEEPEST)) throw new ImportError('too-deep');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError('not-json', error instanceof Error ? positionIn(error.message) : '');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) i = endOfString(text, i);
    // [ and {, ] and }.
    else if (unit === 0x5b || unit === 0x7b) {
      if (++depth > levels) return true;
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return false;
}

/** Where a string that begins at an index ends, or the text. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === QUOTE) return i;
  }
  return text.length;
}

/** `line 3 column 7`, where the engine says it. */
function positionIn(message: string): string {
  return /line \d+ column \d+/.exec(message)?.[0] ?? '';
}
