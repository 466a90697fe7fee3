import type { BulkTagsProps } from './bulk-tags.tsx';
import { usePart } from './use-part.ts';

const loadTags = () => import('./bulk-tags.tsx');

/** `BulkTags`, apart from what the library loads first: the popup would load its field as well. */
export function BulkTagsPart(props: BulkTagsProps) {
  const part = usePart(true, loadTags);
  return part ? <part.BulkTags {...props} /> : null;
}
