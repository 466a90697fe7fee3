import fc from 'fast-check';
import { test } from 'vitest';
import { libraryProperty } from './model/property.ts';

test('whatever a reader does, and whatever is killed meanwhile, the library is what they would say it is', async () => {
  await fc.assert(libraryProperty(80), { numRuns: 50 });
}, 120_000);
