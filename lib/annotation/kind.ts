/** What an annotation is for, in the words of the interface, in the order they are offered. */
export const KINDS = ['highlight', 'comment', 'question', 'action'] as const;

/**
 * A *highlight* is a passage and nothing else, a *comment* has a note; a *question* is one to bring
 * to a colleague or a reading group, an *action* one to try with one's team.
 */
export type Kind = (typeof KINDS)[number];

/**
 * Why an annotation exists, in the words of the standard (section 3.3.5), which lets others add
 * their own: `acting` is ours, since none of its thirteen means something to be done.
 */
export const MOTIVATIONS = ['highlighting', 'commenting', 'questioning', 'acting'] as const;

export type Motivation = (typeof MOTIVATIONS)[number];

const MOTIVATION_OF: Readonly<Record<Kind, Motivation>> = {
  highlight: 'highlighting',
  comment: 'commenting',
  question: 'questioning',
  action: 'acting',
};

const KIND_OF = Object.fromEntries(
  Object.entries(MOTIVATION_OF).map(([kind, motivation]) => [motivation, kind]),
) as Readonly<Record<Motivation, Kind>>;

/** The kind of an annotation. */
export function kindOf({ motivation }: { motivation: Motivation }): Kind {
  return KIND_OF[motivation];
}

/**
 * The motivation of an annotation that is to be of a kind. Between a highlight and a comment the
 * note decides, whatever was asked for: a comment without words is a highlight.
 */
export function motivationOf(kind: Kind, hasNote: boolean): Motivation {
  if (kind === 'question' || kind === 'action') return MOTIVATION_OF[kind];
  return hasNote ? 'commenting' : 'highlighting';
}
