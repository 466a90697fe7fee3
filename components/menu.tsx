import './menu.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface MenuProps {
  label: string;
  /** Whether something is chosen in it. */
  isOn?: boolean | undefined;
  /** What it holds; a click on what carries `data-closes` closes it. */
  children: ComponentChildren;
}

/** A button that opens a panel beside it; Escape, and whatever is done elsewhere, close it. */
export function Menu({ label, isOn = false, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const closeElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeElsewhere);
    document.addEventListener('focusin', closeElsewhere);
    return () => {
      document.removeEventListener('pointerdown', closeElsewhere);
      document.removeEventListener('focusin', closeElsewhere);
    };
  }, [isOpen]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its buttons are told
    <div
      ref={menu}
      class="menu"
      data-on={isOn || isOpen ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('[data-closes]')) close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button menu-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <div class="menu-panel" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  count?: number | undefined;
  isOn?: boolean | undefined;
  /** Whether it is of another sort than those above it. */
  isApart?: boolean | undefined;
  onChoose: () => void;
}

/** The choices of a menu, each a button. */
export function MenuItems({ items, label }: { items: readonly MenuItem[]; label: string }) {
  return (
    <ul class="plain-list menu-items" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} class={item.isApart ? 'menu-apart' : undefined}>
          <button
            type="button"
            data-closes
            aria-pressed={item.isOn}
            onClick={() => item.onChoose()}
          >
            <span class="menu-item-label">{item.label}</span>{' '}
            {item.count !== undefined && <span class="menu-item-count">{item.count}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
