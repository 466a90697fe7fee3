/** How the arrows lead through the controls of a toolbar, beside Home and End. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Make the buttons in an element one stop for Tab, with arrows, Home and End to move among them (the
 * toolbar pattern of the ARIA Authoring Practices). The stop is the button that had the focus last.
 */
export function rove(group: HTMLElement): void {
  const listButtons = () => Array.from(group.querySelectorAll('button'));
  const settle = (stop = listButtons().find(({ tabIndex }) => tabIndex === 0)) => {
    const buttons = listButtons();
    for (const button of buttons) button.tabIndex = button === (stop ?? buttons[0]) ? 0 : -1;
  };
  group.addEventListener('focusin', ({ target }) => {
    settle((target as Element).closest('button') ?? undefined);
  });
  group.addEventListener('keydown', (event) => {
    const buttons = listButtons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = STEPS[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step && (at + step) % buttons.length;
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons.at(to)?.focus();
  });
  settle();
}
