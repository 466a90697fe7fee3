import * as v from 'valibot';
import { fromBase64, toBase64, toHex, toUtf8 } from './bytes.ts';
import { createSecretSealing } from './sealing.ts';

/** The document that says how keys are made from the passphrase, and whether one was right. */
export const KEY_CHECK_ID = 'waymark-key';

/** OWASP's least for PBKDF2 with SHA-256. A server that asks for fewer is not obeyed. */
export const LEAST_ITERATIONS = 600_000;
const MOST_ITERATIONS = 20_000_000;
const SALT_BYTES = 32;
const KNOWN = { waymark: 'This is the right passphrase.' };
/** The key check is not a revision of anything. */
const NO_REVISION = '';

const base64 = v.pipe(v.string(), v.maxLength(10_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/));

const keyCheckSchema = v.object({
  version: v.literal(1),
  derivation: v.literal('PBKDF2-SHA-256'),
  iterations: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(LEAST_ITERATIONS),
    v.maxValue(MOST_ITERATIONS),
  ),
  salt: v.pipe(base64, v.minLength(24)),
  sealed: base64,
  /** Of what is sealed: damage is not to be taken for another passphrase. */
  checksum: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export type KeyCheck = v.InferOutput<typeof keyCheckSchema>;

/** What a passphrase turned out to be for a database. */
export type Unlocked =
  | { is: 'right'; secret: Uint8Array<ArrayBuffer> }
  | { is: 'wrong' }
  /** The key check itself cannot be read: nobody can tell. */
  | { is: 'damaged' };

/**
 * The 32 bytes that everything is sealed with.
 *
 * By PBKDF2 with SHA-256 over the passphrase's NFKC form in UTF-8: typed on another keyboard it is
 * still the same.
 */
async function deriveSecret(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  const typed = toUtf8(passphrase.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}

/** The key check of a new database, and the secret it stands for. */
export async function createKeyCheck(
  passphrase: string,
  iterations = LEAST_ITERATIONS,
): Promise<{ check: KeyCheck; secret: Uint8Array<ArrayBuffer> }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const secret = await deriveSecret(passphrase, salt, iterations);
  const sealing = await createSecretSealing(secret);
  const sealed = String((await sealing.seal(KEY_CHECK_ID, NO_REVISION, KNOWN)).sealed);
  const check: KeyCheck = {
    version: 1,
    derivation: 'PBKDF2-SHA-256',
    iterations,
    salt: toBase64(salt),
    sealed,
    checksum: await checksumOf(sealed),
  };
  return { check, secret };
}

/** Try a passphrase against a database's key check. It takes most of a second, as it should. */
export async function unlock(keyCheck: unknown, passphrase: string): Promise<Unlocked> {
  const read = v.safeParse(keyCheckSchema, keyCheck);
  if (!read.success) return { is: 'damaged' };
  const { salt, iterations, sealed, checksum } = read.output;
  if ((await checksumOf(sealed)) !== checksum) return { is: 'damaged' };
  const secret = await deriveSecret(passphrase, fromBase64(salt), iterations);
  return (await fitsSecret(read.output, secret)) ? { is: 'right', secret } : { is: 'wrong' };
}

/** Whether a database is still the one that a secret was derived for. */
export async function fitsSecret(
  keyCheck: unknown,
  secret: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const read = v.safeParse(keyCheckSchema, keyCheck);
  if (!read.success) return false;
  const sealing = await createSecretSealing(secret);
  const { version, sealed } = read.output;
  return (await sealing.open(KEY_CHECK_ID, NO_REVISION, { version, sealed })).is === 'content';
}

async function checksumOf(sealed: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', toUtf8(sealed))));
}
