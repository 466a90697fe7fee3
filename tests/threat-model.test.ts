import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The tests the document names: `file` “title”, with further titles of the same file behind. */
function listNamed(text: string): [file: string, title: string][] {
  const lines = text.replace(/\n {2}/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const files = [...line.matchAll(/`(tests\/[\w/.-]+)`((?:,? ?“[^`|]*?”(?=[,;:)| ]))+)/g)];
    return files.flatMap(([, file = '', titles = '']) =>
      titles
        .split(/(?<=”), (?=“)/)
        .map((title): [string, string] => [file, title.trim().slice(1, -1)]),
    );
  });
}

const named = listNamed(readFileSync(join(ROOT, 'docs', 'threat-model.md'), 'utf8'));

test('the threat model names tests for most of its lines', () => {
  expect(named.length).toBeGreaterThan(40);
});

test.each(named)('it names one that is there: %s “%s”', (file, title) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  // Quotation marks within a title are written the same way there.
  expect(text).toContain(title);
});
