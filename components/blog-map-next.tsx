import { languageOf, say } from '../lib/language/say.ts';
import type { MapPost } from './blog-map-post.ts';
import type { MapWords } from './blog-map-words.ts';
import { WaymarkMark } from './icons.tsx';
import { toWebAddress } from './web-address.ts';

/** The post that Waymark suggests, and why. */
export interface NextPost {
  post: MapPost;
  /** The post it follows from, and what the two have in common; absent at the very beginning. */
  because?: { title: string; terms: readonly string[] };
}

export interface NextOnTheWayProps {
  /** Undefined while it is being looked for. */
  next: NextPost | undefined;
  words: MapWords;
}

/** The next unread post that has to do with what the reader read last. */
export function NextOnTheWay({ next, words }: NextOnTheWayProps) {
  return (
    <aside class="map-next" aria-label={say('mapNext')}>
      <WaymarkMark />
      <div>
        <p class="map-next-head" aria-hidden="true">
          {say('mapNext')}
        </p>
        {next ? <Suggestion next={next} words={words} /> : <p>{say('mapNextLooking')}</p>}
      </div>
    </aside>
  );
}

function Suggestion({ next: { post, because }, words }: { next: NextPost; words: MapWords }) {
  const terms = new Intl.ListFormat(languageOf(), { type: 'unit' }).format(because?.terms ?? []);
  return (
    <>
      <p>
        <a
          class="map-next-title"
          href={toWebAddress(post.permalink)}
          target="_blank"
          rel="noopener"
        >
          {post.title}
        </a>{' '}
        <span class="map-next-length">{words.minutes(post)}</span>
      </p>
      <p class="map-next-why">
        {because ? say('mapNextBecause', because.title, terms) : say('mapNextStart')}
      </p>
    </>
  );
}
