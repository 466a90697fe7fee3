import { FeedError } from './feed-error.ts';

/**
 * The text of an answer, counted while it streams in: one that is larger than it may be is left as
 * soon as that is seen, whatever its headers promised.
 *
 * @throws FeedError at more than `maxBytes`, counted after decompression, and when it breaks off.
 */
export async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        const megabytes = Math.ceil(maxBytes / 1024 / 1024);
        throw new FeedError({ code: 'tooLarge', megabytes });
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch (error) {
    // A connection that breaks in the middle is told from one that was never made.
    throw error instanceof TypeError ? new FeedError({ code: 'damaged' }, { cause: error }) : error;
  } finally {
    reader.releaseLock();
  }
  return text + decoder.decode();
}
