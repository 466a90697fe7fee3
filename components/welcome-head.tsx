import { WaymarkMark } from './icons.tsx';

export interface WelcomeHeadProps {
  heading: string;
  lead: string;
}

/** Whose page it is, what it is about, and what it comes to in a sentence. */
export function WelcomeHead({ heading, lead }: WelcomeHeadProps) {
  return (
    <header class="welcome-head">
      <p class="welcome-name">
        <WaymarkMark /> Waymark
      </p>
      <h1>{heading}</h1>
      <p class="welcome-lead">{lead}</p>
    </header>
  );
}
