import { useEffect, useState } from 'preact/hooks';
import type { ColourNames } from '../../components/colour-name.ts';
import { GlanceCard } from '../../components/glance-card.tsx';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';

export interface GlanceProps {
  id: AnnotationId;
  background: Client<BackgroundProtocol>;
}

/** What is known of one annotation, to be read and no more. Nothing while it is not known. */
export function Glance({ id, background }: GlanceProps) {
  const [seen, setSeen] = useState<{ annotation: Annotation; colourNames: ColourNames }>();
  useEffect(() => {
    Promise.all([background.openNote(id), background.readColourNames()]).then(
      ([note, colourNames]) => note && setSeen({ annotation: note.annotation, colourNames }),
      (error: unknown) => console.warn('Waymark: a highlight could not be looked up', error),
    );
  }, [id, background]);
  return seen ? <GlanceCard {...seen} /> : null;
}
