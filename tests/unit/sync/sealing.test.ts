import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../lib/sync/bytes.ts';
import { createKeyCheck, fitsSecret, unlock } from '../../../lib/sync/key-check.ts';
import { revisionAfter } from '../../../lib/sync/revisions.ts';
import { createOpenSealing, createSecretSealing, type Sealing } from '../../../lib/sync/sealing.ts';

const SECRET = new Uint8Array(32).fill(7);
const [ID, REVISION] = ['0192f0a0-0000-7000-8000-000000000000', '1-0123456789abcdef'];
let secret: Sealing;
beforeAll(async () => {
  secret = await createSecretSealing(SECRET);
});

describe('a sealed document', () => {
  test('is opened as what it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
        async (content) => {
          const fields = await secret.seal(ID, REVISION, content);
          expect(await secret.open(ID, REVISION, fields)).toEqual({
            is: 'content',
            content: { ...content },
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('says nothing to who has not the key, and nothing of what it holds', async () => {
    const fields = await secret.seal(ID, REVISION, { note: 'a thought of mine' });
    expect(JSON.stringify(fields)).not.toContain('thought');
    expect(atob(String(fields.sealed))).not.toContain('thought');
    const other = await createSecretSealing(new Uint8Array(32).fill(8));
    expect(await other.open(ID, REVISION, fields)).toEqual({ is: 'foreign' });
  });

  test('cannot be put in the place of another, or of another revision', async () => {
    const fields = await secret.seal(ID, REVISION, { note: 'mine' });
    expect(await secret.open(`${ID}0`, REVISION, fields)).toEqual({ is: 'foreign' });
    expect(await secret.open(ID, `${REVISION}0`, fields)).toEqual({ is: 'foreign' });
  });

  test('is made as it always was, so that older and newer devices read and name the same', async () => {
    const { version, sealed } = await secret.seal(ID, REVISION, { note: 'mine' });
    expect([version, sealed]).toEqual([
      1,
      '50o6ba3UABZlyxSKM+v8HHE3AJ4rMevmclnPK1kCEKiQ9AJRXZ1TOrJhWQ==',
    ]);
    expect(await secret.digest('mine')).toBe('96f4d82ab0158808e631f8a8ac44c829');
  });

  test('has a vector of its own, even if another says the same', async () => {
    const vectorOf = async (id: string, revision: string) =>
      String((await secret.seal(id, revision, { note: 'mine' })).sealed).slice(0, 16);
    const vectors = [
      await vectorOf(ID, REVISION),
      await vectorOf(`${ID}0`, REVISION),
      await vectorOf(ID, `${REVISION}0`),
    ];
    expect(new Set(vectors).size).toBe(3);
  });

  test('is not opened when any of its bits was changed', async () => {
    const fields = await secret.seal(ID, REVISION, { note: 'mine' });
    const bytes = fromBase64(String(fields.sealed));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      const opened = await secret.open(ID, REVISION, { ...fields, sealed: toBase64(changed) });
      expect(opened).toEqual({ is: 'foreign' });
    }
  });

  test('is the same bytes on another device, and others for another revision', async () => {
    const again = await createSecretSealing(SECRET);
    const seal = (by: Sealing, revision: string) => by.seal(ID, revision, { note: 'mine' });
    expect(await seal(again, REVISION)).toEqual(await seal(secret, REVISION));
    expect(await seal(secret, '2-other')).not.toEqual(await seal(secret, REVISION));
  });

  test('has a name that cannot be guessed from what it says', async () => {
    const content = { note: 'yes' };
    const named = await revisionAfter(undefined, ID, content, secret);
    expect(named).toMatch(/^1-[0-9a-f]{32}$/);
    expect(named).not.toBe(await revisionAfter(undefined, ID, content, createOpenSealing()));
  });
});

test('what is not sealed is not taken for it, and what is sealed not for plain', async () => {
  const plain = createOpenSealing();
  const fields = await plain.seal(ID, REVISION, { note: 'anyone’s' });
  expect(await secret.open(ID, REVISION, fields)).toEqual({ is: 'foreign' });
  const sealed = await secret.seal(ID, REVISION, { note: 'mine' });
  expect(await plain.open(ID, REVISION, sealed)).toEqual({ is: 'foreign' });
  for (const sealing of [plain, secret]) {
    expect(await sealing.open(ID, REVISION, { version: 2, sealed: 'x' })).toEqual({ is: 'newer' });
    expect(await sealing.open(ID, REVISION, { version: '1' })).toEqual({ is: 'foreign' });
  }
});

describe('the key check', () => {
  test('knows the passphrase however it was typed, and another one, and damage', async () => {
    const { check, secret } = await createKeyCheck('grün ﬁnden');
    expect(await unlock({ ...check, _id: 'waymark-key' }, 'gru\u0308n finden')).toEqual({
      is: 'right',
      secret,
    });
    expect(await unlock(check, 'grun finden')).toEqual({ is: 'wrong' });
    const damaged = { ...check, sealed: `${check.sealed.slice(0, -4)}AAA=` };
    expect(await unlock(damaged, 'grün ﬁnden')).toEqual({ is: 'damaged' });
    expect(await unlock({}, 'grün ﬁnden')).toEqual({ is: 'damaged' });
    expect(await fitsSecret(check, secret)).toBe(true);
    expect(await fitsSecret(check, SECRET)).toBe(false);
  });

  test('of a server that asks for a weaker key is refused', async () => {
    const { check } = await createKeyCheck('passphrase');
    expect(await unlock({ ...check, iterations: 1000 }, 'passphrase')).toEqual({ is: 'damaged' });
  });

  test('has another salt every time', async () => {
    const [one, other] = [await createKeyCheck('same'), await createKeyCheck('same')];
    expect(one.check.salt).not.toBe(other.check.salt);
    expect(one.secret).not.toEqual(other.secret);
  });
});
