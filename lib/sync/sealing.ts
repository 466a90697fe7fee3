import { fromBase64, toBase64, toHex, toUtf8 } from './bytes.ts';
import { toCanonical } from './canonical.ts';
import { DOCUMENT_VERSION } from './documents.ts';

/** The fields of a document, beside those that begin with `_`. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a document's fields turned out to be. */
export type Opened =
  | { is: 'content'; content: unknown }
  /** Not one of Waymark's, or tampered with. */
  | { is: 'foreign' }
  /** Written by a later Waymark. */
  | { is: 'newer' };

/** How documents are written, so that whoever may read them can, and nobody else. */
export interface Sealing {
  seal(id: string, revision: string, content: object): Promise<Fields>;
  open(id: string, revision: string, fields: Fields): Promise<Opened>;
  /** 32 hexadecimal digits that stand for a text, the same on every device of the reader's. */
  digest(text: string): Promise<string>;
}

/** Documents that anyone can read who may read the database. */
export function createOpenSealing(): Sealing {
  return {
    seal: async (_id, _revision, content) => ({ version: DOCUMENT_VERSION, ...content }),
    async open(_id, _revision, { version, ...content }) {
      if (!isVersion(version)) return { is: 'foreign' };
      if (version > DOCUMENT_VERSION) return { is: 'newer' };
      return 'sealed' in content ? { is: 'foreign' } : { is: 'content', content };
    },
    async digest(text) {
      const digest = await crypto.subtle.digest('SHA-256', toUtf8(text));
      return toHex(new Uint8Array(digest, 0, DIGEST_BYTES));
    },
  };
}

const DIGEST_BYTES = 16;
/** As NIST SP 800-38D recommends for GCM. */
const IV_BYTES = 12;

/**
 * Documents that only those can read who have the key: AES-256-GCM, with the document's id and
 * revision and the format's version as additional data, so that nothing can be put in another's place.
 *
 * The same content of the same revision is sealed into the same bytes on every device, so that two
 * which settle a conflict at once write one and the same revision: the initialization vector is made
 * of what is sealed, by HMAC under a key of its own, and so is the digest that revisions are named
 * by. A plain hash would let the server try what a note might say.
 *
 * @param secret 32 bytes; see `deriveSecret`.
 */
export async function createSecretSealing(secret: Uint8Array<ArrayBuffer>): Promise<Sealing> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const derive = (
    info: string,
    algorithm: AesKeyGenParams | HmacKeyGenParams,
    usages: KeyUsage[],
  ) => {
    const from = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: toUtf8(info) };
    return crypto.subtle.deriveKey(from, root, algorithm, false, usages);
  };
  const cipher = await derive('waymark documents', { name: 'AES-GCM', length: 256 }, [
    'encrypt',
    'decrypt',
  ]);
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const naming = await derive('waymark revisions', hmac, ['sign']);
  const vectors = await derive('waymark vectors', hmac, ['sign']);
  const sign = async (key: CryptoKey, text: string, bytes: number) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, toUtf8(text)), 0, bytes);
  const boundTo = (id: string, revision: string) =>
    toUtf8(toCanonical([DOCUMENT_VERSION, id, revision]));

  return {
    async seal(id, revision, content) {
      const text = toCanonical(content);
      const iv = await sign(vectors, toCanonical([id, revision, text]), IV_BYTES);
      const additionalData = boundTo(id, revision);
      const algorithm = { name: 'AES-GCM', iv, additionalData };
      const sealed = await crypto.subtle.encrypt(algorithm, cipher, toUtf8(text));
      const whole = new Uint8Array([...iv, ...new Uint8Array(sealed)]);
      return { version: DOCUMENT_VERSION, sealed: toBase64(whole) };
    },
    async open(id, revision, { version, sealed }) {
      if (!isVersion(version) || typeof sealed !== 'string') return { is: 'foreign' };
      if (version > DOCUMENT_VERSION) return { is: 'newer' };
      try {
        const whole = fromBase64(sealed);
        const iv = whole.subarray(0, IV_BYTES);
        const additionalData = boundTo(id, revision);
        const algorithm = { name: 'AES-GCM', iv, additionalData };
        const text = await crypto.subtle.decrypt(algorithm, cipher, whole.subarray(IV_BYTES));
        return { is: 'content', content: JSON.parse(new TextDecoder().decode(text)) };
      } catch {
        // The passphrase is known to be right: this is not what was sealed with it.
        return { is: 'foreign' };
      }
    },
    digest: async (text) => toHex(await sign(naming, text, DIGEST_BYTES)),
  };
}

function isVersion(version: unknown): version is number {
  return Number.isSafeInteger(version) && (version as number) >= 1;
}
