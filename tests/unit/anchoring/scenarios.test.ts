// @vitest-environment jsdom
import { expect, describe as suite, test } from 'vitest';
import { runScenario } from '../../fixtures/anchoring/run-scenario.ts';
import scenarios from '../../fixtures/anchoring/scenarios.json' with { type: 'json' };

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

suite('a passage is found again on another page of its post', () => {
  for (const scenario of scenarios) {
    test(scenario.name, async () => {
      const { found, expected, after } = await runScenario(scenario, parse);
      expect(found).toBe(expected);
      if (scenario.expect.ctx) expect(after).toMatch(new RegExp(`^${scenario.expect.ctx}`));
    });
  }
});
