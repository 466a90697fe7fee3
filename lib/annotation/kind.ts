/** What an annotation is for, in the words of the interface, in the order they are offered. */
export const KINDS = ['highlight', 'comment', 'question', 'action'] as const;

/**
 * A *highlight* is a passage and nothing else, a *comment* has a note; a *question* is one to bring
 * to a colleague or a reading group, an *action* one to try with one's team.
 */
export type Kind = (typeof KINDS)[number];

/**
 * Why an annotation of each kind exists, in the words of the standard (section 3.3.5), which lets
 * others add their own: `acting` is ours, since none of its thirteen means something to be done.
 */
export const MOTIVATIONS = ['highlighting', 'commenting', 'questioning', 'acting'] as const;

export type Motivation = (typeof MOTIVATIONS)[number];

/** The kind of an annotation. */
export function kindOf({ motivation }: { motivation: Motivation }): Kind {
  return KINDS[MOTIVATIONS.indexOf(motivation)] as Kind;
}

/**
 * The motivation of an annotation that is to be of a kind. Between a highlight and a comment the
 * note decides, whatever was asked for: a comment without words is a highlight.
 */
export function motivationOf(kind: Kind, hasNote: boolean): Motivation {
  const index = KINDS.indexOf(kind);
  return MOTIVATIONS[index > 1 ? index : Number(hasNote)] as Motivation;
}
