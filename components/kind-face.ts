import { type Annotation, isOpenAction, tagsOf } from '../lib/annotation/annotation.ts';
import { type Kind, kindOf } from '../lib/annotation/kind.ts';
import { type MessageName, say } from '../lib/language/say.ts';
import { ACTION, CHECK, COMMENT, HIGHLIGHT, QUESTION, TAG } from './drawings.ts';

/** How the kind of an annotation is shown: by a drawing and a word, never by a colour alone. */
export interface KindFace {
  /** See drawings.ts. */
  drawing: string;
  label: string;
}

const FACES: Readonly<Record<Kind, readonly [drawing: string, label: MessageName]>> = {
  highlight: [HIGHLIGHT, 'kindHighlight'],
  comment: [COMMENT, 'kindComment'],
  question: [QUESTION, 'kindQuestion'],
  action: [ACTION, 'kindAction'],
};

/** The face of a kind as such. */
export function faceOfKind(kind: Kind): KindFace {
  const [drawing, label] = FACES[kind];
  return { drawing, label: say(label) };
}

/** The face of one annotation: an action that is done looks so, and a highlight may have tags. */
export function faceOf(annotation: Annotation): KindFace {
  const kind = kindOf(annotation);
  if (kind === 'action' && !isOpenAction(annotation)) {
    return { drawing: CHECK, label: say('kindActionDone') };
  }
  if (kind === 'highlight' && tagsOf(annotation).length > 0) {
    return { drawing: TAG, label: say('kindHighlight') };
  }
  return faceOfKind(kind);
}
