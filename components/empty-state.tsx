import './empty-state.css';
import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  heading: string;
  /** What can be done about it. */
  text?: string | undefined;
  children?: ComponentChildren;
}

/** What stands where a list would be, when there is nothing to list. */
export function EmptyState({ heading, text, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <h2>{heading}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}
