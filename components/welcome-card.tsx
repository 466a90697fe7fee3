import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A short answer on the first page, under the question it answers. */
export function WelcomeCard({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="welcome-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
