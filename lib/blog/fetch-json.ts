import { isBlogUrl } from './address.ts';
import { FeedError } from './feed-error.ts';
import {
  type FetchOptions,
  type FetchRules,
  fetchAnswer,
  type Validators,
} from './fetch-answer.ts';

/** JSON from the blog, or the news that it is what it was when the validators were given. */
export type JsonAnswer =
  | { changed: true; value: unknown; validators: Validators }
  | { changed: false };

const JSON_OF_BLOG: FetchRules = {
  isWithin: isBlogUrl,
  accept: 'application/json',
  types: /^(?:application|text)\/(?:[\w.-]+\+)?json$/,
};

/**
 * Fetch JSON from the blog, without cookies and from no other host; redirects are not followed.
 *
 * @param rules those of another site, which then stands in the blog's place.
 * @throws FeedError when the answer cannot be used, and the signal's reason when the caller aborts.
 */
export async function fetchJson(
  url: string,
  options: FetchOptions = {},
  rules: Partial<FetchRules> = {},
): Promise<JsonAnswer> {
  const answer = await fetchAnswer(url, { ...JSON_OF_BLOG, ...rules }, options);
  if (!answer.changed) return answer;
  return { changed: true, value: parse(answer.text), validators: answer.validators };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FeedError({ code: 'damaged' }, { cause });
  }
}
