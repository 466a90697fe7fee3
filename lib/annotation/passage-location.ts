/**
 * How surely a passage was found in its post: `exact`, `moved` and `edited` are found,
 * `ambiguous` and `orphan` are not. See `Location` in lib/anchoring/locate.ts.
 */
export type LocationState = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'orphan';

/** What became of an annotation's passage, in words that can be shown to the reader. */
export interface PassageLocation {
  state: LocationState;
  /** How sure that is, from 0 to 1. */
  score: number;
  /** The passage as it reads now, when it was edited. */
  found?: string;
  /** Where it might be, the likeliest first, when it was not found. */
  candidates?: PassageCandidate[];
}

/** A place where a lost passage might be. Its texts are written like a target's passage. */
export interface PassageCandidate {
  passage: string;
  /** A few words on either side, to tell the place by; empty at an end of the post. */
  before: string;
  after: string;
  score: number;
}

/** How far a page has come in looking for the passages that belong on it. */
export interface PassageSearch {
  /** How many have been looked for, whether they were found or not. */
  looked: number;
  total: number;
  /** False when all have been looked for, and when the search was stopped before. */
  isBusy: boolean;
}

/** What can be asked of such a search: how far it is, to leave off, and to go on from there. */
export const SEARCH_ACTS = ['tell', 'stop', 'goOn'] as const;
export type SearchAct = (typeof SEARCH_ACTS)[number];
