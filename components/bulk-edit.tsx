import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { KINDS, type Kind } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import type { BulkTagsProps } from './bulk-tags.tsx';
import { BulkTagsPart } from './bulk-tags-part.tsx';
import { ColourSwatch } from './colour-swatch.tsx';
import { faceOfKind } from './kind-face.ts';
import { Menu, MenuItems } from './menu.tsx';

export interface BulkEditProps extends BulkTagsProps {
  colourName: (colour: Colour) => string;
  onColour: (colour: Colour) => void;
  onKind: (kind: Kind) => void;
  onDownload: () => void;
  onCopy: () => void;
  /** Everything else an export can be. */
  onExport: () => void;
  onDelete: () => void;
}

/** A comment is a highlight with a note: one cannot be made the other. */
const CHOICES = KINDS.filter((kind) => kind !== 'comment');

/** What can be done with chosen notes that are not deleted. */
export function BulkEdit(edit: BulkEditProps) {
  return (
    <>
      <Menu label={say('tags')}>
        <BulkTagsPart {...edit} />
      </Menu>
      <Menu label={say('filterColour')}>
        <MenuItems
          label={say('filterColour')}
          items={COLOURS.map((colour) => ({
            key: colour,
            label: (
              <>
                <ColourSwatch colour={colour} /> {edit.colourName(colour)}
              </>
            ),
            onChoose: () => edit.onColour(colour),
          }))}
        />
      </Menu>
      <Menu label={say('kind')}>
        <MenuItems
          label={say('kind')}
          items={CHOICES.map((kind) => ({
            key: kind,
            label: faceOfKind(kind).label,
            onChoose: () => edit.onKind(kind),
          }))}
        />
      </Menu>
      <Menu label={say('bulkExport')}>
        <MenuItems
          label={say('bulkExport')}
          items={[
            { key: 'file', label: say('exportDownload'), onChoose: edit.onDownload },
            { key: 'copy', label: say('exportCopy'), onChoose: edit.onCopy },
            { key: 'more', label: say('exportMore'), onChoose: edit.onExport },
          ]}
        />
      </Menu>
      <button type="button" class="button" onClick={edit.onDelete}>
        {say('cardDelete')}
      </button>
    </>
  );
}
