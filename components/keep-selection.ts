/** A press on a button would otherwise clear the selection that the button is about. */
export function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
