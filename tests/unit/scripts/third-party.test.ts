import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../../../scripts/licences/bundled-packages.ts';
import {
  listRefusals,
  type Package,
  readPackage,
  toThirdPartyList,
} from '../../../scripts/licences/third-party.ts';

const PACKAGES = join(import.meta.dirname, '..', '..', '..', 'node_modules');

function aPackage(changes: Partial<Package> = {}): Package {
  const address = 'https://example.com/parcel';
  return {
    name: 'parcel',
    version: '1.0.0',
    licence: 'MIT',
    address,
    terms: 'As it is.',
    ...changes,
  };
}

describe('a licence', () => {
  test.each(['MIT', 'ISC', 'Apache-2.0', '(GPL-3.0-or-later OR MIT)'])(
    '%s may be bundled',
    (licence) => {
      expect(listRefusals([aPackage({ licence })])).toEqual([]);
    },
  );

  test.each(['GPL-3.0-or-later', 'MPL-2.0', '(MIT AND GPL-2.0)', 'UNLICENSED', ''])(
    '“%s” may not, and the package is named',
    (licence) => {
      expect(listRefusals([aPackage(), aPackage({ name: 'other', licence })])).toEqual([
        `other is bundled, and “${licence}” is not an allowed licence.`,
      ]);
    },
  );

  test('that asks for more is allowed to one package only, and no other licence to that one', () => {
    const name = 'webextension-polyfill';
    expect(listRefusals([aPackage({ name, licence: 'MPL-2.0' })])).toEqual([]);
    expect(listRefusals([aPackage({ name, licence: 'GPL-2.0' })])).toHaveLength(1);
  });
});

describe('the package of a module', () => {
  const folder = (name: string) => realpathSync(join(PACKAGES, name));

  test('is the folder it lies in, with a scope or without', () => {
    expect(folderOf(join(PACKAGES, 'preact/dist/preact.mjs'))).toBe(folder('preact'));
    expect(folderOf(join(PACKAGES, '@tanstack/virtual-core/dist/esm/index.js'))).toBe(
      folder('@tanstack/virtual-core'),
    );
  });

  test('is the tool’s that made the module up', () => {
    expect(folderOf('\0rolldown/runtime.js')).toBe(folder('rolldown'));
    expect(folderOf('\0vite/preload-helper.js')).toBe(folder('vite'));
  });

  test('is none for what is Waymark’s own', () => {
    expect(folderOf('/somewhere/waymark/lib/blog/post.ts')).toBeUndefined();
  });

  test('must be known', () => {
    expect(() => folderOf('\0from-nowhere')).toThrow('from-nowhere');
  });
});

describe('what a package says of itself', () => {
  const read = (name: string) => readPackage(join(PACKAGES, name), 'Permission is hereby granted');

  test('goes into the list with all of its terms, notices too', () => {
    const dexie = read('dexie');
    expect(dexie.licence).toBe('Apache-2.0');
    expect(dexie.terms).toMatch(/Apache License[\s\S]+Dexie/);
    expect(toThirdPartyList([dexie])).toContain(dexie.terms);
  });

  test('names its writer even where it comes without a licence’s text', () => {
    expect(read('wxt').terms).toMatch(/^Copyright \(c\) \S.+\n\nPermission is hereby granted$/);
  });
});

test('packages are listed by name, in whatever order they were bundled', () => {
  const [one, two] = [aPackage(), aPackage({ name: 'apple' })];
  expect(toThirdPartyList([one, two])).toBe(toThirdPartyList([two, one]));
});
