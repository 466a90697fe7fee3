import type { Attaching } from '../../components/passage-remedy.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { say } from '../../lib/language/say.ts';
import type { Editing } from './use-editing.ts';
import type { Page } from './use-page.ts';

/**
 * Attaching passages that their author changed: the page does it, which alone has the text, and
 * the popup offers the way back.
 */
export function useAttaching(
  page: Page,
  { offerToDetach }: Pick<Editing, 'offerToDetach'>,
): ((annotation: Annotation) => Attaching) | undefined {
  const { client, selection, locations, ask } = page;
  if (!client) return undefined;
  return (annotation) => {
    const { id, target } = annotation;
    const attach = async (run: Promise<boolean>) => {
      const isEdited = locations[id]?.state === 'edited';
      const isDone = await run;
      if (isDone) offerToDetach(annotation, say(isEdited ? 'passageKept' : 'passageAttached'));
      await ask();
      return isDone;
    };
    return {
      selection: selection?.source === target.source ? selection.passage : undefined,
      onAttach: (candidate, passage) => attach(client.reattach({ id, candidate, passage })),
      onAttachToSelection: () => attach(client.reattachToSelection(id)),
    };
  };
}
