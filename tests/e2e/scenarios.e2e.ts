import { join } from 'node:path';
import scenarios from '../fixtures/anchoring/scenarios.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';
import { bundle } from './rig/bundle.ts';

const PAGE = join(import.meta.dirname, '..', 'fixtures', 'anchoring', 'scenarios-page.ts');

test('every scenario of a passage found again, or lost, comes out right in a real browser', async ({
  blog,
  waymark,
}) => {
  const script = (await bundle(PAGE)).replaceAll('</script', '<\\/script');
  blog.fail('/scenarios.html', {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><title>Scenarios</title><body><script type="module">${script}</script>`,
  });
  const page = await waymark.open('/scenarios.html');
  await expect.poll(() => page.evaluate(() => window.outcomes !== undefined)).toBe(true);
  const outcomes = await page.evaluate(() => window.outcomes ?? {});
  expect(Object.keys(outcomes)).toHaveLength(22);
  for (const { name, expect: expected } of scenarios) {
    const outcome = outcomes[name];
    expect(outcome?.found, name).toBe(outcome?.expected);
    if (expected.ctx) expect(outcome?.after, name).toMatch(new RegExp(`^${expected.ctx}`));
  }
});
