import { describe, expect, test } from 'vitest';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { sentencesOf } from '../../../lib/relatedness/sentences.ts';
import { aPost, at, strangers } from './posts.ts';

describe('the sentence that says why', () => {
  const other = aPost(
    'other',
    'Autumn came.\n\nA leader with an old lease, e.g. one that slept, is fenced “off.” Laptops need a warranty!',
  );

  test('is the one nearest to the post, exactly as it stands', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Lease, fenced, leader.'),
      other,
      ...strangers(3),
    ]);
    expect(related(at('asked'))[0]?.sentence).toBe(
      'A leader with an old lease, e.g. one that slept, is fenced “off.”',
    );
  });

  test('is the one nearest to what was highlighted', () => {
    const { related } = createRelatedness([
      aPost('asked', 'Lease, fenced. The warranty of laptops.'),
      other,
      ...strangers(2),
    ]);
    const [first] = related(at('asked'), { passages: ['The warranty of laptops'] });
    expect(first?.sentence).toBe('Laptops need a warranty!');
  });

  test('stands in the text as it is given', () => {
    for (const sentence of sentencesOf(other.text)) expect(other.text).toContain(sentence);
    expect(sentencesOf(other.text)).toHaveLength(3);
    expect(sentencesOf(' \n\n . ')).toEqual(['.']);
  });
});

test('acronyms are shown in capitals, and the words they stand for as the posts write them', () => {
  const { related } = createRelatedness([
    aPost('asked', 'The CTO hires ICs. ICs. ICs.'),
    aPost('other', 'A CTO and his individual contributors. ICs.'),
    aPost('third', 'A chief technology officer.'),
  ]);
  expect(related(at('asked'))[0]?.terms).toEqual(expect.arrayContaining(['CTO', 'ICs']));
});

describe('passages of my own', () => {
  const passages = [
    { id: 'lease', source: at('b'), text: 'A lease without fencing is a wish' },
    { id: 'trust', source: at('b'), text: 'Trust is the point of one-on-ones' },
    { id: 'here', source: at('a'), text: 'Fencing a lease' },
    { id: 'empty', source: at('c'), text: '' },
  ];
  const relatedness = createRelatedness([
    aPost('a', 'Leases, fencing. Quorum.'),
    aPost('b', 'Lease, fencing. Trust, 1:1s, wishes.'),
    aPost('c', 'Wishes. Points.'),
  ]);
  const ids = (about: Parameters<typeof relatedness.relatedPassages>[1]) =>
    relatedness.relatedPassages(passages, about).map(({ passage: { id } }) => id);

  test('are those of other posts that speak of the same', () => {
    expect(ids({ permalink: at('a') })).toEqual(['lease']);
    expect(ids({ text: 'Our 1:1 was about trust' })).toEqual(['trust']);
    expect(ids({ permalink: at('a'), text: 'Trust and 1:1' })).toEqual(['trust']);
    expect(ids({ permalink: at('unknown') })).toEqual([]);
  });

  test('say what they share', () => {
    const [first] = relatedness.relatedPassages(passages, { permalink: at('a') });
    expect(first?.terms).toContain('fencing');
  });
});
