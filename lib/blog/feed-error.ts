/** The feed could not be had or read. The message is one sentence or two, fit for the reader. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}
