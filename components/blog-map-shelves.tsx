import { BOARD, type Shelves } from './blog-map-layout.ts';
import { fitTitle } from './blog-map-spine.ts';

/** The baseline of the names under a board, and their size. */
const NAME = { drop: 15, size: 12 };

export interface ShelfBoardsProps {
  shelves: Shelves;
  nameOf: (key: number) => string;
}

/** The boards, and under them the years or labels; the groups of books have these names too. */
export function ShelfBoards({ shelves, nameOf }: ShelfBoardsProps) {
  const { boards, runs, width } = shelves;
  return (
    <g aria-hidden>
      {boards.map((y) => (
        <g key={y}>
          <rect class="map-board" x="0" y={y} width={width} height={BOARD} rx="1.5" />
          <path class="map-board-edge" d={`M1 ${y + 0.5}H${width - 1}`} />
        </g>
      ))}
      {runs.map(({ key, x, width: room, board }) => (
        <g key={`${key} ${board}`}>
          <path class="map-run" d={`M${x} ${(boards[board] ?? 0) + BOARD + 3.5}h${room}`} />
          <text
            class="map-run-name"
            font-size={NAME.size}
            x={x}
            y={(boards[board] ?? 0) + BOARD + NAME.drop + 2}
          >
            {fitTitle(nameOf(key), room / NAME.size + 0.5)}
          </text>
        </g>
      ))}
    </g>
  );
}
