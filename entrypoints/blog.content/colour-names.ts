import type { ColourNames } from '../../components/colour-name.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { hear } from './hear.ts';

/**
 * What the reader calls the colours, as it was last heard: asked for at first, and again when the
 * reader comes back to the page, since names are given elsewhere.
 */
export function watchColourNames(
  document: Document,
  background: Client<BackgroundProtocol>,
  onHeard: () => void,
  signal: AbortSignal,
): () => ColourNames {
  let names: ColourNames = {};
  const ask = async () => {
    if (document.hidden) return;
    // Unheard, the colours keep the names they have.
    names = await background.readColourNames().catch(() => names);
    onHeard();
  };
  hear(document, ['visibilitychange'], ask, signal);
  ask();
  return () => names;
}
