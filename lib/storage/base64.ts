/** Bytes that are made into one string of characters at once: arguments of a call have a limit. */
const RUN = 8192;

/** Bytes as base64 (RFC 4648, section 4), for where only JSON can be kept. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let from = 0; from < bytes.length; from += RUN) {
    characters += String.fromCharCode(...bytes.subarray(from, from + RUN));
  }
  return btoa(characters);
}

/** @throws DOMException when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
