import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { listDifferences, type Target, toExpected } from '../../built/manifest.ts';
import { listUnfit } from '../../built/pages.ts';

const TARGETS: Target[] = ['chromium', 'firefox'];

/** A manifest that is as it should be, but for these. */
function judge(target: Target, changes: Record<string, unknown>): string[] {
  const expected = toExpected(target);
  const commands = Object.entries(expected.commands as Record<string, string | undefined>).map(
    ([name, key]) => [name, key ? { suggested_key: { default: key } } : {}],
  );
  const manifest = {
    ...expected,
    name: 'Waymark',
    commands: Object.fromEntries(commands),
    ...changes,
  };
  return listDifferences(manifest, target, isDeepStrictEqual);
}

test.each(TARGETS)('a manifest for %s that asks for what is listed is let pass', (target) => {
  expect(judge(target, {})).toEqual([]);
});

test.each([
  [
    'permissions',
    ['alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage', 'sidePanel', 'tabs'],
  ],
  ['permissions', ['alarms']],
  ['host_permissions', ['<all_urls>']],
  ['optional_host_permissions', ['https://*/*']],
  ['externally_connectable', { matches: ['https://example.com/*'] }],
  ['web_accessible_resources', [{ resources: ['*'], matches: ['<all_urls>'] }]],
  ['content_security_policy', { extension_pages: "script-src 'self' 'unsafe-eval'" }],
  ['commands', { 'open-library': {} }],
  ['update_url', 'https://example.com/updates.xml'],
])('one that says otherwise of %s is not: %j', (key, value) => {
  for (const target of TARGETS) {
    expect(judge(target, { [key]: value })).toEqual([expect.stringContaining(`${key}: `)]);
  }
});

test('a page may load what lies in the package, and nothing else', () => {
  expect(listUnfit('<script type="module" src="/chunks/a.js"></script>')).toEqual([]);
  expect(listUnfit('<link rel="stylesheet" href="/assets/a.css"><p>const x = 1;</p>')).toEqual([]);
  expect(listUnfit('<script src="https://example.com/a.js"></script>')).toHaveLength(1);
  expect(listUnfit('<img src="//example.com/a.png">')).toHaveLength(1);
});

test('a page has neither code nor a policy of its own', () => {
  expect(listUnfit('<script>start()</script>')).toEqual(['has code in itself']);
  expect(listUnfit('<body onload="start()">')).toEqual(['has code in onload']);
  expect(listUnfit('<meta http-equiv="Content-Security-Policy" content="">')).toHaveLength(1);
  expect(listUnfit('<base href="/elsewhere/">')).toHaveLength(1);
});
