/**
 * Why the feed could not be read, in no language: it is stored, and put into words only where a
 * reader sees it.
 *
 * - `unreachable`: nobody answered, though there is a network.
 * - `tooSlow`: the answer did not come in time.
 * - `busy`: the blog was asked too often (429 or 503).
 * - `refused`: another error of the server's; `status` has its number.
 * - `redirected`: the blog leads to another address, which is not followed.
 * - `notAFeed`: an answer of another kind: a web page, or JSON of another shape.
 * - `damaged`: an answer that is broken off, or no JSON.
 * - `tooLarge`: an answer beyond `megabytes`, which was not read to its end.
 * - `unsteady`: the number of posts kept changing while they were read.
 * - `failed`: something went wrong on this side, such as a full disk.
 */
export type FeedFailureCode =
  | 'unreachable'
  | 'tooSlow'
  | 'busy'
  | 'refused'
  | 'redirected'
  | 'notAFeed'
  | 'damaged'
  | 'tooLarge'
  | 'unsteady'
  | 'failed';

export interface FeedFailure {
  code: FeedFailureCode;
  /** The server's own number, when it is the reason. */
  status?: number;
  /** The limit that was passed. */
  megabytes?: number;
}

export interface FeedErrorOptions extends ErrorOptions {
  /** How long the server asks to be left alone, in milliseconds. */
  retryAfter?: number | undefined;
}

/** The feed could not be had or read. The message is for developers; readers get the failure. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly failure: FeedFailure;
  readonly retryAfter: number | undefined;

  constructor(failure: FeedFailure, { retryAfter, ...options }: FeedErrorOptions = {}) {
    super(`The feed could not be read: ${JSON.stringify(failure)}`, options);
    this.failure = failure;
    this.retryAfter = retryAfter;
  }
}
