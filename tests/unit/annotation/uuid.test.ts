import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUuid } from '../../../lib/annotation/uuid.ts';

const VERSION_7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

test('is a UUID of version 7 that holds the time it was made, to the millisecond', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 48 - 1), (now) => {
      const id = createUuid(now);
      expect(id).toMatch(VERSION_7);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('sorts by the time it was made', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 48 - 2), (now) => {
      expect(createUuid(now) < createUuid(now + 1)).toBe(true);
    }),
  );
});

test('is never made twice, and those of one millisecond come in their order', () => {
  const ids = Array.from({ length: 2000 }, () => createUuid(7));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('leaves nothing else to order: every other digit and variant turns up', () => {
  const ids = Array.from({ length: 2000 }, (_, time) => createUuid(time));
  const digitsAt = (at: number) => new Set(ids.map((id) => id[at])).size;
  expect(digitsAt(19)).toBe(4);
  for (const at of [16, 17, 20, 22, 24, 35]) expect(digitsAt(at)).toBe(16);
});
