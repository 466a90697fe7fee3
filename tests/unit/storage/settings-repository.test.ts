import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import {
  createSettingsRepository,
  LONGEST_COLOUR_NAME,
  type Settings,
} from '../../../lib/storage/settings-repository.ts';
import { freshDatabase } from './fresh-database.ts';

/** What holds until the reader sets it. */
const INITIALLY: Settings = { colourNames: {}, templates: [], lastExports: {}, welcomed: false };

const name = fc
  .string({ minLength: 1, maxLength: LONGEST_COLOUR_NAME })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const names = fc.dictionary(fc.constantFrom(...COLOURS), name) as fc.Arbitrary<
  Settings['colourNames']
>;

test('what is set is read again', () =>
  fc.assert(
    fc.asyncProperty(names, fc.boolean(), async (colourNames, welcomed) => {
      const settings = createSettingsRepository(freshDatabase());
      await settings.save({ colourNames, welcomed });
      expect(await settings.read()).toEqual({ ...INITIALLY, colourNames, welcomed });
    }),
    { numRuns: 30 },
  ));

test('nothing is set at first', async () => {
  const settings = createSettingsRepository(freshDatabase());
  expect(await settings.read()).toEqual(INITIALLY);
});

test('setting one thing leaves the others as they are', async () => {
  const settings = createSettingsRepository(freshDatabase());
  await settings.save({ colourNames: { green: 'try this' } });
  await settings.save({ welcomed: true });
  expect(await settings.read()).toEqual({
    ...INITIALLY,
    colourNames: { green: 'try this' },
    welcomed: true,
  });
});

test('a colour’s name is kept without the spaces around it', async () => {
  const settings = createSettingsRepository(freshDatabase());
  await settings.save({ colourNames: { pink: '  disagree ' } });
  expect((await settings.read()).colourNames).toEqual({ pink: 'disagree' });
});

test.each([
  ['nothing but spaces', { pink: '  ' }],
  ['more than a word or two', { pink: 'x'.repeat(LONGEST_COLOUR_NAME + 1) }],
  ['a name for a colour there is not', { orange: 'later' }],
])('%s is refused, and what was set with it too', async (_, colourNames) => {
  const settings = createSettingsRepository(freshDatabase());
  await expect(
    settings.save({ welcomed: true, colourNames: colourNames as Settings['colourNames'] }),
  ).rejects.toThrow();
  expect(await settings.read()).toEqual(INITIALLY);
});

test('a setting that cannot be read any more does not take the others with it', async () => {
  const database = freshDatabase();
  const settings = createSettingsRepository(database);
  await settings.save({ welcomed: true });
  await database.settings.put({ key: 'colourNames', value: ['from another version'] });
  expect(await settings.read()).toEqual({ ...INITIALLY, welcomed: true });
});
