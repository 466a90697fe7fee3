import { useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/language/say.ts';

const loadSentences = () => import('./fault-sentence.ts');

/**
 * Why the notes cannot be shown, in a sentence; undefined while nothing is wrong. What tells one
 * reason from another is loaded when there is one.
 */
export function useFailure(error: unknown): string | undefined {
  const [sentence, setSentence] = useState<string>();
  useEffect(() => {
    setSentence(undefined);
    if (!error) return;
    loadSentences().then(
      ({ faultSentence }) => setSentence(faultSentence(error)),
      (cause: unknown) => console.error('Waymark: no more can be said', cause),
    );
  }, [error]);
  return error ? (sentence ?? say('notesFailed')) : undefined;
}
