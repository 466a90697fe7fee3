import {
  type FetchOptions,
  type FetchRules,
  fetchAnswer,
  type TextAnswer,
} from './fetch-answer.ts';
import { fetchJson, type JsonAnswer } from './fetch-json.ts';
import { parseSiteUrl, type Site } from './site.ts';

/** Fetches from one site and from nowhere else. */
export interface SiteFetch {
  fetchText(url: string, options?: FetchOptions): Promise<TextAnswer>;
  fetchJson(url: string, options?: FetchOptions): Promise<JsonAnswer>;
}

/** Feeds and pages, by whatever name servers call them. */
const TEXTS = /^(?:text\/(?:xml|html|plain)|application\/(?:[\w.-]+\+)?xml)$/;

/** Where to fetch what an added site has. */
export function createSiteFetch(site: Site): SiteFetch {
  const rules: Pick<FetchRules, 'isWithin'> = {
    isWithin: (url) => parseSiteUrl(url)?.hostname === site,
  };
  const ofTexts = { ...rules, types: TEXTS, accept: 'application/atom+xml, text/xml, text/html' };
  return {
    fetchText: (url, options) => fetchAnswer(url, ofTexts, options),
    fetchJson: (url, options) => fetchJson(url, options, rules),
  };
}
