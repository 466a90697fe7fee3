import { useEffect, useState } from 'preact/hooks';
import { TemplateDialog } from '../../components/template-dialog.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import { say } from '../../lib/language/say.ts';
import { TEMPLATE_LIMITS } from '../../lib/storage/settings-repository.ts';
import { report } from '../pages/report.ts';
import { usePreview } from './use-preview.ts';
import type { Templates } from './use-templates.ts';

export interface TemplateEditorProps {
  templates: Templates;
  /** The template to begin with; one there is not is the first there is. */
  first: string;
  annotations: readonly Annotation[];
  posts: readonly Post[];
  onClose: () => void;
}

/** Shows templates and what they make; the reader's own are kept as they are written. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { templates, first, annotations, posts, onClose } = props;
  const { own, entries, save, sourceOf } = templates;
  const [current, setCurrent] = useState(first);
  const entry = entries.find(({ id }) => id === current) ?? entries[0];
  const mine = own.find(({ id }) => id === entry?.id);
  const [loaded, setLoaded] = useState<{ id: string; source: string }>();
  const [name, setName] = useState<string>();
  useEffect(() => {
    setName(undefined);
    if (!entry || mine) return;
    sourceOf(entry.id).then(
      (source) => setLoaded({ id: entry.id, source }),
      (error: unknown) => report('a template could not be loaded', error),
    );
  }, [entry?.id]);
  const source = mine?.source ?? (loaded?.id === entry?.id ? loaded?.source : undefined);
  const shown = usePreview(source, annotations, posts);

  const change = (to: { name?: string; source?: string }) =>
    save(own.map((template) => (template.id === mine?.id ? { ...template, ...to } : template)));

  return (
    <TemplateDialog
      templates={entries}
      current={entry?.id ?? ''}
      onCurrent={setCurrent}
      name={name ?? entry?.name ?? ''}
      source={source}
      edit={
        mine && {
          onName(typed) {
            // A name of nothing is kept in the field only: a template is called something.
            setName(typed);
            if (typed.trim() !== '') change({ name: typed.trim() });
          },
          onSource: (typed) => change({ source: typed.slice(0, TEMPLATE_LIMITS.source) }),
          onDelete() {
            setCurrent('');
            save(own.filter(({ id }) => id !== mine.id));
          },
        }
      }
      onCopy={() => {
        if (!entry || source === undefined || own.length >= TEMPLATE_LIMITS.count) return;
        const id = crypto.randomUUID();
        const copied = say('templateCopyOf', entry.name).slice(0, TEMPLATE_LIMITS.name);
        save([...own, { id, name: copied, source }]);
        setCurrent(id);
      }}
      {...shown}
      onClose={onClose}
    />
  );
}
