import type { Random } from './random.ts';

/** Words in the vocabulary, by rank: the first are English's commonest, the rest made of syllables. */
const VOCABULARY_SIZE = 8000;
const COMMON =
  'the of and to a in is it you that he was for on are with as his they be at one have this from or had by not but what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first been call who its now find long down day did get come made may part over new sound take only little work know place year live me back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home us move try kind hand picture again change off play spell air away animal house point page letter mother answer found study still learn should world'.split(
    ' ',
  );
const ONSETS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
    ' ',
  );
const NUCLEI = 'a e i o u ai ea ee ie oa ou'.split(' ');
const CODAS = [
  '',
  '',
  '',
  'b',
  'ck',
  'd',
  'g',
  'l',
  'll',
  'm',
  'n',
  'nd',
  'ng',
  'nt',
  'p',
  'r',
  'rd',
  's',
  'st',
  't',
];
const ENDINGS = ['', '', '', '', 'ing', 'ed', 'er', 'ly', 'ment', 'tion', 's', 'al'];

/** Paragraphs are this many words long, as a blog's are. */
const PARAGRAPH = { least: 50, most: 110 };
const SENTENCE = { least: 6, most: 24 };

/** Writes paragraphs without meaning, whose words are as common and as rare as in real prose. */
export interface Writer {
  /** The next paragraph. */
  paragraph(): string;
  /** Paragraphs until there are at least so many words. */
  paragraphs(words: number): string[];
}

/** A writer with a vocabulary of its own; the n-th word is 1/(n + 2) as likely (Zipf, Mandelbrot). */
export function createWriter(random: Random): Writer {
  const vocabulary = makeVocabulary(random);
  const sums = new Float64Array(vocabulary.length);
  let total = 0;
  for (let rank = 0; rank < vocabulary.length; rank += 1) {
    total += 1 / (rank + 3);
    sums[rank] = total;
  }
  const word = () => vocabulary[firstAbove(sums, random.next() * total)] as string;

  const sentence = (length: number) => {
    const words = Array.from({ length }, word);
    const comma = length > 9 && random.chance(0.6) ? random.between(3, length - 4) : -1;
    const text = words.map((each, at) => (at === comma ? `${each},` : each)).join(' ');
    const end = random.chance(0.06) ? '?' : '.';
    return `${text[0]?.toUpperCase()}${text.slice(1)}${end}`;
  };

  const paragraph = () => {
    let left = random.between(PARAGRAPH.least, PARAGRAPH.most);
    const sentences: string[] = [];
    while (left > 0) {
      const drawn = random.between(SENTENCE.least, SENTENCE.most);
      const length = left - drawn < SENTENCE.least ? left : drawn;
      sentences.push(sentence(length));
      left -= length;
    }
    return sentences.join(' ');
  };

  return {
    paragraph,
    paragraphs(words) {
      const written: string[] = [];
      for (let count = 0; count < words; ) {
        const next = paragraph();
        written.push(next);
        count += next.split(' ').length;
      }
      return written;
    },
  };
}

function makeVocabulary(random: Random): string[] {
  const pick = (items: readonly string[]) => items[random.between(0, items.length - 1)] as string;
  const syllable = () => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const words = new Set(COMMON);
  while (words.size < VOCABULARY_SIZE) {
    const syllables = Array.from({ length: random.between(1, 3) }, syllable);
    words.add(syllables.join('') + pick(ENDINGS));
  }
  return Array.from(words);
}

/** Index of the first sum that is above the number; the sums rise. */
function firstAbove(sums: Float64Array, number: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
