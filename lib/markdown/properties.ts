/** The properties at the head of a file, as Obsidian reads them: YAML between two lines `---`. */
const PROPERTIES = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

/** The properties and the rest; nothing before the rest when a file does not begin with any. */
export function splitProperties(text: string): { properties: string; rest: string } {
  const match = PROPERTIES.exec(text);
  if (match?.index !== 0) return { properties: '', rest: text };
  return { properties: match[1] ?? '', rest: text.slice(match[0].length) };
}

/** A property: its key, the line it begins with, and the lines of its list. */
interface Property {
  key: string;
  lines: string[];
}

/**
 * The reader's properties with what is new in ours: keys they do not have, and entries their lists
 * do not have. Nothing of theirs is changed or taken away, however it is written; a list that is
 * written on one line stays as it is.
 */
export function mergeProperties(theirs: string, ours: string): string {
  const merged = toProperties(theirs);
  for (const property of toProperties(ours)) {
    const known = merged.find(({ key }) => key === property.key);
    if (!known) merged.push(property);
    else if (isList(known) && isList(property)) {
      const entries = new Set(known.lines.slice(1).map(entryOf));
      known.lines.push(...property.lines.slice(1).filter((line) => !entries.has(entryOf(line))));
    }
  }
  return merged.flatMap(({ lines }) => lines.map((line) => `${line}\n`)).join('');
}

function toProperties(yaml: string): Property[] {
  const properties: Property[] = [];
  for (const line of yaml.split('\n')) {
    if (line === '' && properties.length === 0) continue;
    const key = /^([^\s#:'"-][^:]*):(?:\s|$)/.exec(line)?.[1];
    const last = properties.at(-1);
    if (key !== undefined || !last) properties.push({ key: key ?? '', lines: [line] });
    else if (line !== '') last.lines.push(line);
  }
  return properties;
}

function isList({ lines: [first = '', ...rest] }: Property): boolean {
  return /:\s*$/.test(first) && rest.every((line) => /^\s*- /.test(line));
}

/** What a list's line holds, quoted or not. */
function entryOf(line: string): string {
  return line
    .replace(/^\s*- +/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}
