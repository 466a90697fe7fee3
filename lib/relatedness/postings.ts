import {
  countAt,
  createDocumentTerms,
  lengthOf,
  type Packed,
  termAt,
  unpackDocument,
} from './document.ts';
import { GrowingInts } from './growing-ints.ts';
import { layOut, type Table } from './table.ts';
import type { Term } from './term.ts';

/** A document that came after the table was laid out, by rows. */
export interface Latecomer {
  number: number;
  rows: Int32Array;
  counts: Uint16Array;
}

/**
 * For every term the documents that hold it: a query then touches only what shares a term.
 *
 * Documents come to its end and may be taken out. Most stand in a table, sorted by term; those that
 * came since are gone through one by one, and what new terms they bring gets rows behind the
 * table's. When they have become an eighth of the whole, all are laid out again. So an addition
 * costs the same, however many documents there are. Rows hold until the next `settle`.
 */
export interface Postings {
  readonly table: Table;
  readonly latecomers: ReadonlyMap<number, Latecomer>;
  readonly rowCount: number;
  /** By row: how many documents hold the term. */
  readonly frequencies: Int32Array;
  /** Take in the documents that have come. To be called before anything is asked. */
  settle(): void;
  /** Take a document out; to be called while it is still there. */
  forget(number: number): void;
  /** The row of a term; -1 when no document ever held it. */
  rowOf(term: Term): number;
}

/** Documents that may follow the laid-out ones before all are laid out anew. */
const LEAST_TAIL = 64;
const TAIL_SHARE = 8;

export function createPostings(
  documents: readonly (Packed | undefined)[],
  wordTotal: () => number,
): Postings {
  const terms = createDocumentTerms();
  const late = new Map<Term, number>();
  const latecomers = new Map<number, Latecomer>();
  const frequencies = new GrowingInts();
  let table = layOut([], 0);
  let settled = 0;

  const rowOf = (term: Term) => {
    const row = table.rowOf(term);
    return row >= 0 ? row : (late.get(term) ?? -1);
  };

  /** The rows of a document, in the order of its terms; those of new terms are added. */
  const rowsOf = (packed: Packed): Int32Array => {
    unpackDocument(packed, wordTotal(), terms);
    const rows = new Int32Array(lengthOf(terms));
    for (let i = 0; i < rows.length; i += 1) {
      const term = termAt(terms, i);
      let row = rowOf(term);
      if (row < 0) {
        row = table.rowCount + late.size;
        late.set(term, row);
      }
      rows[i] = row;
    }
    return rows;
  };

  const takeIn = (number: number, packed: Packed) => {
    const rows = rowsOf(packed);
    const counts = new Uint16Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) {
      counts[i] = countAt(terms, i);
      frequencies.add(rows[i] as number, 1);
    }
    latecomers.set(number, { number, rows, counts });
  };

  const layOutAll = () => {
    table = layOut(documents, wordTotal());
    late.clear();
    latecomers.clear();
    const { starts, rowCount } = table;
    frequencies.values = new Int32Array(rowCount + 64);
    frequencies.length = rowCount;
    for (let row = 0; row < rowCount; row += 1) {
      frequencies.values[row] = (starts[row + 1] as number) - (starts[row] as number);
    }
  };

  return {
    get table() {
      return table;
    },
    latecomers,
    get rowCount() {
      return table.rowCount + late.size;
    },
    get frequencies() {
      return frequencies.values;
    },
    settle() {
      if (settled === documents.length) return;
      const tail = documents.length - table.end;
      if (table.end === 0 || tail > LEAST_TAIL + table.end / TAIL_SHARE) layOutAll();
      else {
        for (let number = settled; number < documents.length; number += 1) {
          const packed = documents[number];
          if (packed) takeIn(number, packed);
        }
      }
      settled = documents.length;
    },
    forget(number) {
      const packed = documents[number];
      if (!packed || number >= settled) return;
      for (const row of rowsOf(packed)) frequencies.add(row, -1);
      latecomers.delete(number);
    },
    rowOf,
  };
}
