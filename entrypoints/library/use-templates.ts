import { useEffect, useState } from 'preact/hooks';
import { type MessageName, say } from '../../lib/language/say.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../lib/markdown/built-in-templates.ts';
import type { OwnTemplate } from '../../lib/storage/settings-repository.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import { templateWords } from './template-words.ts';

const NAMES: Record<TemplateName, MessageName> = {
  'reading-notes': 'templateReadingNotes',
  obsidian: 'templateObsidian',
  handout: 'templateHandout',
  'one-on-one': 'templateOneOnOne',
};

/** A template to choose: one of Waymark's, or one of the reader's own. */
export interface TemplateEntry {
  id: string;
  name: string;
  isOwn: boolean;
}

export interface Templates {
  own: readonly OwnTemplate[];
  entries: readonly TemplateEntry[];
  /** Keep these templates of the reader's own, and no others. */
  save: (own: readonly OwnTemplate[]) => void;
  /** The text of a template; it is loaded when it is one of Waymark's. */
  sourceOf: (id: string) => Promise<string>;
}

/** The templates there are: the reader's own are read once, and kept as they are changed. */
export function useTemplates({ settings }: Pick<Services, 'settings'>): Templates {
  const [own, setOwn] = useState<readonly OwnTemplate[]>([]);
  useEffect(() => {
    settings.read().then(
      ({ templates }) => setOwn(templates),
      (error: unknown) => report('own templates could not be read', error),
    );
  }, [settings]);
  return {
    own,
    entries: [
      ...TEMPLATE_NAMES.map((id) => ({ id, name: say(NAMES[id]), isOwn: false })),
      ...own.map(({ id, name }) => ({ id, name, isOwn: true })),
    ],
    save(templates) {
      setOwn(templates);
      settings
        .save({ templates })
        .catch((error: unknown) => report('a template was not kept', error));
    },
    async sourceOf(id) {
      const mine = own.find((template) => template.id === id);
      if (mine) return mine.source;
      const { builtInTemplate } = await import('../../lib/markdown/built-in-templates.ts');
      const name = TEMPLATE_NAMES.find((one) => one === id);
      return name ? builtInTemplate(name, templateWords()) : '';
    },
  };
}
