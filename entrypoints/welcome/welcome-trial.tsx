import { useEffect, useRef, useState } from 'preact/hooks';
import { NoteForm } from '../../components/note-form.tsx';
import { Trial } from '../../components/trial.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { withNote } from '../../lib/annotation/changes.ts';
import { say } from '../../lib/language/say.ts';
import { createTrialPage, type TrialPage } from './trial-page.ts';

/** The paragraph to try on: highlights and notes that live as long as the page, and no longer. */
export function WelcomeTrial() {
  const sample = useRef<HTMLParagraphElement>(null);
  const [page, setPage] = useState<TrialPage>();
  const [annotations, setAnnotations] = useState<readonly Annotation[]>([]);
  const [edited, setEdited] = useState<Annotation>();
  const [says, setSays] = useState('');

  useEffect(() => {
    if (!sample.current) return;
    const controller = new AbortController();
    const trial = createTrialPage({
      paragraph: sample.current,
      onMark: (annotation, isNoted) => {
        setAnnotations((before) => [...before, annotation]);
        if (isNoted) setEdited(annotation);
      },
      onCopy: (passage) => {
        navigator.clipboard.writeText(passage).then(
          () => setSays(say('quoteCopied')),
          () => setSays(say('quoteNotCopied')),
        );
      },
      onShortcuts: () => window.open('options.html#shortcuts'),
      onSay: setSays,
      signal: controller.signal,
    });
    setPage(trial);
    return () => controller.abort();
  }, []);

  useEffect(() => page?.paint(annotations), [page, annotations]);

  function close() {
    setEdited(undefined);
    sample.current?.focus();
  }

  return (
    <Trial
      sample={sample}
      annotations={annotations.filter(({ id }) => id !== edited?.id)}
      says={says}
      writing={
        edited && (
          <NoteForm
            passage={edited.target.passage}
            note=""
            onSave={(note) => {
              setAnnotations((before) =>
                before.map((each) => (each.id === edited.id ? withNote(each, note) : each)),
              );
              close();
            }}
            onCancel={close}
          />
        )
      }
      onSelectForMe={() => page?.selectSentence()}
      onStartOver={() => {
        setAnnotations([]);
        close();
      }}
    />
  );
}
