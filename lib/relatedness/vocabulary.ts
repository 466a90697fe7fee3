/**
 * What engineering managers write in more than one way. A row begins with what its terms are read
 * as; what follows is read the same: "my ICs" holds the words and the pair of "individual
 * contributor". What is read as one word stands in the first column with no space in it.
 *
 * Spaces and hyphens stand for each other, and a plural may follow. A row is worth having when one
 * way of writing shares no word with the other, or when its words are stop words ("one on one").
 * Left out is what means something else as often: PM (product, project, afternoon), DB, CI, CD.
 */
export const VOCABULARY: readonly (readonly [readAs: string, ...forms: string[]])[] = [
  ['one-on-one', 'one-on-one', 'one-to-one', '1-on-1', '1:1', '1on1', '1x1'],
  ['individual contributor', 'ic'],
  ['engineering manager', 'em', 'eng manager'],
  ['tech lead', 'tl', 'technical lead', 'technology lead'],
  ['tech lead manager', 'tlm'],
  ['pull request', 'pr', 'merge request'],
  ['tech debt', 'technical debt'],
  ['zookeeper', 'zk', 'zoo-keeper'],
  ['cto', 'chief technology officer', 'chief technical officer'],
  ['ceo', 'chief executive officer'],
  ['vp', 'vice-president', 'vpe'],
  ['performance review', 'perf review', 'performance appraisal'],
  ['on-call', 'on-call', 'oncall'],
  ['postmortem', 'post-mortem'],
  ['startup', 'start-up'],
  ['reorganization', 'reorg', 're-org', 're-organization', 'reorganisation'],
  ['organization', 'org', 'organisation'],
  ['human resources', 'hr'],
  ['site reliability engineering', 'sre', 'site reliability engineer'],
  ['objectives key results', 'okr'],
  ['service level objective', 'slo'],
  ['continuous integration', 'ci/cd'],
  ['kubernetes', 'k8s'],
  ['manager', 'mgr'],
  ['engineering', 'eng'],
  ['infrastructure', 'infra'],
  ['wfh', 'work from home', 'working from home'],
];

/** Looks like a term of the vocabulary and is something else; read as the stop words it is. */
export const NO_TERMS: readonly string[] = ['tl;dr', 'tl dr', 'tldr'];
