/**
 * The signs that tell bindings apart without colour, each in a square of 10 about the middle. The
 * place in the list is the number of the binding; the last two are for other labels and for none.
 */
const SIGNS: readonly string[] = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  'M-3.6-3.6h7.2v7.2h-7.2z',
  'M0-4.4 4.6 3.6h-9.2z',
  'M0-5 4.4 0 0 5-4.4 0z',
  'M-1.6-4.6h3.2v3h3v3.2h-3v3h-3.2v-3h-3v-3.2h3z',
  'M0-5 1.4-1.6 5-1.5 2.2.8 3.2 4.4 0 2.3-3.2 4.4-2.2.8-5-1.5-1.4-1.6z',
  'M-4.2-4.4h8.4l-8.4 8.8h8.4z',
  'M-4.4-1.4h2.6v2.8h-2.6zM-1.3-1.4h2.6v2.8h-2.6zM1.8-1.4h2.6v2.8h-2.6z',
  'M-4.2-.8h8.4v1.6h-8.4z',
];

/** The outline of the sign of a binding. */
export function signOf(binding: number): string {
  return SIGNS[binding] ?? '';
}

/** The sign of a binding as it stands in running text; the words beside it say which it is. */
export function BindingSign({ binding }: { binding: number }) {
  return (
    <svg class="map-key" viewBox="-8 -8 16 16" data-binding={binding} aria-hidden="true">
      <rect class="map-key-cloth" x="-8" y="-8" width="16" height="16" rx="3" />
      <path class="map-key-sign" d={signOf(binding)} />
    </svg>
  );
}
