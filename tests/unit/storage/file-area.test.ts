import { beforeEach, expect, test, vi } from 'vitest';
import { createFileArea } from '../../../lib/storage/file-area.ts';
import { createFakeFolders } from './fake-folders.ts';

let fake: ReturnType<typeof createFakeFolders>;
beforeEach(() => {
  fake = createFakeFolders();
  vi.stubGlobal('navigator', { storage: fake.storage });
  return () => vi.unstubAllGlobals();
});

test('what is set is got again, by another area of the same folder too, and by no other folder’s', async () => {
  const value = { list: [1, 'zwei', null], ключ: { deep: true } };
  await createFileArea('snapshots').set({ shelf: value, text: 'a piece' });
  expect(await createFileArea('snapshots').get(['shelf', 'text'])).toEqual({
    shelf: value,
    text: 'a piece',
  });
  expect(await createFileArea('troubles').get(['shelf', 'text'])).toEqual({});
});

test('of keys that were never set, or are removed, nothing is got', async () => {
  const area = createFileArea('snapshots');
  await area.set({ one: 1, two: 2 });
  await area.remove(['one', 'never set']);
  expect(await area.get(['one', 'two', 'never set'])).toEqual({ two: 2 });
});

test('a value stays as it was when the next is not written to its end', async () => {
  const area = createFileArea('snapshots');
  await area.set({ shelf: 'before' });
  fake.breakWrites(true);
  await expect(area.set({ shelf: 'after', first: 'ever' })).rejects.toThrow('Full');
  expect(await area.get(['shelf', 'first'])).toEqual({ shelf: 'before' });
});

test('a file that was made and never written counts as no value', async () => {
  const area = createFileArea('snapshots');
  fake.breakWrites(true);
  await expect(area.set({ first: 'ever' })).rejects.toThrow('Full');
  expect(fake.folders.get('snapshots')?.get('first')).toBe('');
  expect(await area.get(['first'])).toEqual({});
});

test('on a disk that is almost full nothing is made or written, and all can be read and removed', async () => {
  await createFileArea('snapshots').set({ shelf: 'before' });
  const demand = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));
  const full = (folder: string) => createFileArea(folder, { demand });
  await expect(full('snapshots').set({ shelf: 'after' })).rejects.toThrow('Full');
  await expect(full('troubles').set({ first: 'ever' })).rejects.toThrow('Full');
  expect(await full('troubles').get(['first'])).toEqual({});
  await full('troubles').remove(['first']);
  expect([...fake.folders.keys()]).toEqual(['snapshots']);
  expect(await full('snapshots').get(['shelf'])).toEqual({ shelf: 'before' });
  await full('snapshots').remove(['shelf']);
  expect(await full('snapshots').get(['shelf'])).toEqual({});
});

test('a fault that is not a missing file is told', async () => {
  const area = createFileArea('snapshots');
  const fail = () => Promise.reject(new DOMException('No', 'SecurityError'));
  const folder = { getFileHandle: fail, removeEntry: fail };
  const root = { getDirectoryHandle: async () => folder };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
  await expect(area.get(['shelf'])).rejects.toThrow('No');
  await expect(area.remove(['shelf'])).rejects.toThrow('No');
});
