import './menu.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface MenuProps {
  label: string;
  /** Whether something is chosen in it. */
  isOn?: boolean | undefined;
  /** Menus of one name: opening one closes the others. */
  name: string;
  /** What it holds; a click on a button with `data-closes` closes it. */
  children: ComponentChildren;
}

/** A button that opens a panel below it; Escape, and a click elsewhere, close it. */
export function Menu({ label, isOn = false, name, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeElsewhere = ({ target }: Event) => {
      const element = details.current;
      if (element?.open && target instanceof Node && !element.contains(target)) {
        element.open = false;
      }
    };
    document.addEventListener('pointerdown', closeElsewhere);
    document.addEventListener('focusin', closeElsewhere);
    return () => {
      document.removeEventListener('pointerdown', closeElsewhere);
      document.removeEventListener('focusin', closeElsewhere);
    };
  }, []);

  function close() {
    const summary = details.current?.querySelector('summary');
    if (details.current) details.current.open = false;
    summary?.focus();
  }

  return (
    <details
      ref={details}
      class="menu"
      name={name}
      data-on={isOn ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('[data-closes]')) close();
      }}
    >
      <summary class="button">{label}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  count?: number | undefined;
  isOn?: boolean | undefined;
  onChoose: () => void;
}

/** The choices of a menu, each a button. */
export function MenuItems({ items, label }: { items: readonly MenuItem[]; label: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
    <ul class="plain-list menu-items" role="list" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <button
            type="button"
            data-closes
            aria-pressed={item.isOn}
            onClick={() => item.onChoose()}
          >
            <span class="menu-item-label">{item.label}</span>
            {item.count !== undefined && <span class="menu-item-count">{item.count}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
