import { languageOf, type MessageName, say } from '../lib/language/say.ts';
import type { ListedPost } from '../lib/storage/related-list.ts';
import type { ReaderStand } from '../lib/storage/related-view.ts';
import { Day } from './day.tsx';
import { CHECK, HIGHLIGHT } from './drawings.ts';
import { CloseIcon, DrawnIcon } from './icons.tsx';
import { UNREAD } from './page-drawings.ts';
import { toExcerpt } from './passage.tsx';
import { isPlainClick } from './plain-click.ts';
import { toWebAddress } from './web-address.ts';

export interface RelatedPostProps {
  post: ListedPost;
  /** The site of the post it is related to. */
  site?: string | undefined;
  stand: ReaderStand | undefined;
  onOpen: (address: string) => void;
  onUnrelated?: ((post: ListedPost) => void) | undefined;
}

const STANDS = {
  unread: { d: UNREAD, name: 'mapStandUnread' },
  read: { d: CHECK, name: 'mapStandRead' },
  annotated: { d: HIGHLIGHT, name: 'relatedAnnotated' },
} as const satisfies Record<ReaderStand, { d: string; name: MessageName }>;

const LINKS = {
  to: 'relatedLinkTo',
  from: 'relatedLinkFrom',
  both: 'relatedLinkBoth',
} as const satisfies Record<NonNullable<ListedPost['linked']>, MessageName>;

const TERMS_SHOWN = 4;

/** A sentence is a glimpse of the post. UTF-16 units. */
const LONGEST_GLIMPSE = 240;

/** What terms are joined by, made once: making one takes longer than all it is then asked. */
let joining: Intl.ListFormat | undefined;

function joinTerms(terms: readonly string[]): string {
  joining ??= new Intl.ListFormat(languageOf(), { type: 'unit' });
  return joining.format(terms);
}

/** A post of the blog: how the reader stands to it, and why it is here. */
export function RelatedPost({ post, site, stand, onOpen, onUnrelated }: RelatedPostProps) {
  const { permalink, fragment, title, sentence, linked, published } = post;
  const address = fragment === undefined ? permalink : `${permalink}#${fragment}`;
  const shared = joinTerms(post.terms.slice(0, TERMS_SHOWN));
  const link = linked && LINKS[linked];
  const { hostname } = new URL(permalink);
  return (
    <div class="related-post">
      <a
        class="related-post-title"
        data-stand={stand}
        href={toWebAddress(address)}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onOpen(address);
        }}
      >
        {title}
      </a>
      {onUnrelated && (
        <button
          type="button"
          class="icon-button related-post-out"
          aria-label={say('relatedUnrelated', title)}
          title={say('relatedUnrelated', title)}
          onClick={() => onUnrelated(post)}
        >
          <CloseIcon />
        </button>
      )}
      <p class="related-post-facts">
        {stand && (
          <span class="related-post-stand" data-stand={stand}>
            <DrawnIcon d={STANDS[stand].d} /> {say(STANDS[stand].name)}
          </span>
        )}
        {published && <Day value={published} />}
        {link && <span>{say(link)}</span>}
        {site !== undefined && hostname !== site && <span translate={false}>{hostname}</span>}
      </p>
      {sentence && (
        <blockquote class="related-post-sentence" cite={permalink}>
          <p>{toExcerpt(sentence.replaceAll(/\s+/g, ' '), LONGEST_GLIMPSE)}</p>
        </blockquote>
      )}
      {shared && <p class="related-post-why">{say('relatedShared', shared)}</p>}
    </div>
  );
}
