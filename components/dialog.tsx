import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  heading: string;
  /** The dialog was left, by a button or by Escape. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog, open for as long as it is drawn. The focus goes back to where it came from. */
export function Dialog({ heading, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    focusChosen(element.current);
    return () => {
      // What goes away while it is open gives no focus back by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{heading}</h2>
      {children}
    </dialog>
  );
}

/** Browsers begin with the first radio button there is, keys with the chosen one of its group. */
function focusChosen(dialog: HTMLElement | null): void {
  const { activeElement: first } = document;
  if (!dialog || !(first instanceof HTMLInputElement) || first.type !== 'radio') return;
  const radios = Array.from(dialog.querySelectorAll<HTMLInputElement>('[type="radio"]'));
  radios.find(({ name, checked }) => checked && name === first.name)?.focus();
}
