import type { ComponentChildren } from 'preact';
import type { Book } from './blog-map-layout.ts';
import type { MapPost } from './blog-map-post.ts';
import { signOf } from './blog-map-sign.tsx';
import { cutAtWord, fitTitle } from './blog-map-spine.ts';

/** Where things are on a spine: from its top, its foot, and on the paper slip above it. */
const BAND = { top: 6, height: 3, pitch: 5, most: 3 };
const PLATE = { height: 15, foot: 5, inset: 3 };
const SLIP = { width: 9, height: 13, fold: 3 };
const RIBBON = { width: 5, length: 8 };

/** What can be seen of a book from outside: the cloth for how far the reader is, and the marks. */
export type BookLook = Pick<MapPost, 'title' | 'stand' | 'highlights' | 'notes'> &
  Pick<Book, 'width' | 'height'> & { binding: number };

/**
 * A book seen from its back, its upper left corner at the origin. An unread one is paper in a thin
 * frame, an opened one is tinted and has a ribbon in it, a read one is bound in full cloth; every
 * highlight is a band, to three, and notes are a slip that sticks out at the top.
 */
export function BookSpine({ look }: { look: BookLook }): ComponentChildren {
  const { title, stand, highlights, notes, width, height, binding } = look;
  const bands = Math.min(BAND.most, highlights);
  const top = BAND.top + bands * BAND.pitch + (bands > 0 ? 2 : 0);
  const plate = height - PLATE.foot - PLATE.height;
  const { size, most } = typeFor(width);
  const lines = fitTitle(title, (plate - top - 6) / size, most, cutAtWord);
  return (
    <>
      {notes > 0 && <path class="book-slip" d={slip(width)} />}
      <rect class="book-cloth" width={width} height={height} rx="2" />
      {Array.from({ length: bands }, (_, i) => (
        <rect
          key={i}
          class="book-band"
          x="0.75"
          y={BAND.top + i * BAND.pitch}
          width={width - 1.5}
          height={BAND.height}
        />
      ))}
      {lines.map((line, i) => (
        <text
          key={`${i} ${line}`}
          class="book-title"
          font-size={size}
          transform={`translate(${width / 2 - baseline(i, lines.length) * size} ${top + 4}) rotate(90)`}
        >
          {/* The space parts the words of two lines for whoever reads them as one. */}
          {`${line} `}
        </text>
      ))}
      {stand === 'read' && (
        <rect
          class="book-plate"
          x={PLATE.inset}
          y={plate}
          width={width - 2 * PLATE.inset}
          height={PLATE.height}
          rx="1.5"
        />
      )}
      <path
        class="book-sign"
        d={signOf(binding)}
        transform={`translate(${width / 2} ${plate + PLATE.height / 2})`}
      />
      {stand === 'opened' && <path class="book-ribbon" d={ribbon(width, height)} />}
    </>
  );
}

/** The size of the title on a spine, in pixels, and how many lines of it there is room for. */
function typeFor(width: number): { size: number; most: number } {
  if (width >= 36) return { size: Math.min(14, Math.round(width / 3)), most: 2 };
  return { size: width >= 30 ? 12 : 11, most: 1 };
}

/** Where the baseline of a line is beside the middle of the spine, in ems; the first is outermost. */
function baseline(line: number, lines: number): number {
  return 0.32 + (line - (lines - 1) / 2) * 1.15;
}

function slip(width: number): string {
  const left = Math.round(width * 0.5);
  const { width: w, height: h, fold } = SLIP;
  return `M${left} 3V${-h}h${w - fold}l${fold} ${fold}V3z`;
}

function ribbon(width: number, height: number): string {
  const left = Math.round(width * 0.22);
  const { width: w, length } = RIBBON;
  return `M${left} ${height - 1}h${w}v${length + 1}l${-w / 2}-3l${-w / 2} 3z`;
}
