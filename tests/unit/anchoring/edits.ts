/** A post as its author first published it. */
export const POST = `
<p>Nobody tells you that the first year of managing is mostly the year of being wrong in public. I kept a list of the things I was wrong about, and by June it had forty entries.</p>
<p>The first entry was about meetings. I thought that a meeting without an agenda was a waste of time, and I said so, loudly, in a room full of people who had been meeting without one for years. They were right. Some meetings are there so that people hear each other breathe.</p>
<p>The second was about speed. A team that ships every day is not faster than a team that ships every month; it is calmer, and calm compounds.</p>
<p>What follows is the rest of the list, sorted by how much each mistake cost.</p>
<h3>Mistakes that cost a week</h3>
<ul>
<li>Promising a date before asking the people who would do the work.</li>
<li>Answering a question that was meant for someone quieter.</li>
<li>Reading a design review as a list of faults rather than a list of fears.</li>
</ul>
<p>None of these is fatal. Each of them costs about a week, because it takes about a week for people to forget that you did it.</p>
<h3>Mistakes that cost a quarter</h3>
<p>Hiring to fill a chair. We had an empty seat for eleven weeks and I filled it with the first person who could do the job on paper. It took a quarter to admit it and another to undo it.</p>
<p>Rewriting what worked. The old scheduler was ugly, undocumented, and had not failed in three years. The new one was elegant, documented, and failed every Tuesday.</p>
<blockquote>A rewrite is a loan taken out against the people who will be on call.</blockquote>
<p>Someone said that to me in a corridor. I have repeated it so often that I no longer know who it was.</p>
<h3>Mistakes that cost a person</h3>
<p>There is only one entry under this heading. A senior engineer told me in February that she was bored. I heard a complaint, and I made a plan. She had wanted a conversation.</p>
<p>By the time I understood the difference she had signed elsewhere. The team will wait for you, I had told her once. It turns out that people will not.</p>
<p>I still keep the list. The entries come more slowly now, and that is either wisdom or a smaller appetite for risk.</p>`;

/** What became of a passage: the words that stand for it now, or nothing that may be shown as it. */
export type Outcome = string | 'orphan';

export interface Edit {
  /** What the author did. */
  name: string;
  /** The passage the reader had marked. */
  passage: string;
  edit: (html: string) => string;
  /** The words found; the passage's own unless given. */
  outcome?: Outcome;
}

const replace = (from: string, to: string) => (html: string) => {
  if (!html.includes(from)) throw new Error(`The post does not hold “${from}”`);
  return html.replace(from, () => to);
};
const all =
  (...edits: ((html: string) => string)[]) =>
  (html: string) =>
    edits.reduce((edited, edit) => edit(edited), html);
const paragraphs = (html: string) => html.split(/(?=<p>|<h3>|<ul>|<blockquote>)/);
const movePast = (words: string, steps: number) => (html: string) => {
  const list = paragraphs(html);
  const at = list.findIndex((paragraph) => paragraph.includes(words));
  const [moved = ''] = list.splice(at, 1);
  list.splice(at + steps, 0, moved);
  return list.join('');
};
const remove = (words: string) => (html: string) =>
  paragraphs(html)
    .filter((paragraph) => !paragraph.includes(words))
    .join('');

const CALM = 'it is calmer, and calm compounds';
const FEARS = 'a list of faults rather than a list of fears';
const LOAN = 'A rewrite is a loan taken out against the people who will be on call.';
const BORED = 'A senior engineer told me in February that she was bored.';
const SCHEDULER = 'The old scheduler was ugly, undocumented, and had not failed in three years.';
const CHAIR = 'I filled it with the first person who could do the job on paper';
const MEETINGS = 'Some meetings are there so that people hear each other breathe.';
const WAIT = 'The team will wait for you';
const LIST = 'I kept a list of the things I was wrong about, and by June it had forty entries.';

/** Edits after which the passage is still there. */
export const MOVABLE: Edit[] = [
  { name: 'nothing changed', passage: CALM, edit: (html) => html },
  {
    name: 'a paragraph was added at the top',
    passage: CALM,
    edit: (html) => `<p>Updated in May.</p>${html}`,
  },
  {
    name: 'a paragraph was added at the end',
    passage: CALM,
    edit: (html) => `${html}<p>Thanks for reading.</p>`,
  },
  { name: 'the first paragraph was removed', passage: CALM, edit: remove('Nobody tells you') },
  { name: 'the paragraph before was removed', passage: CALM, edit: remove('The first entry was') },
  { name: 'the paragraph after was removed', passage: CALM, edit: remove('What follows is') },
  {
    name: 'both neighbouring paragraphs were removed',
    passage: SCHEDULER,
    edit: all(remove('Hiring to fill'), remove('A rewrite is')),
  },
  {
    name: 'its paragraph moved down',
    passage: CALM,
    edit: movePast('The second was about speed', 5),
  },
  {
    name: 'its paragraph moved to the end',
    passage: SCHEDULER,
    edit: movePast('Rewriting what worked', 20),
  },
  { name: 'its paragraph moved up', passage: BORED, edit: movePast('There is only one entry', -6) },
  {
    name: 'a quotation that is a paragraph of its own moved',
    passage: LOAN,
    edit: movePast('A rewrite is a loan', 3),
  },
  {
    name: 'the heading above was reworded',
    passage: BORED,
    edit: replace('Mistakes that cost a person', 'The one I cannot take back'),
  },
  {
    name: 'the sentence before was reworded',
    passage: BORED,
    edit: replace(
      'There is only one entry under this heading.',
      'This heading has a single entry.',
    ),
  },
  {
    name: 'the sentence after was reworded',
    passage: BORED,
    edit: replace(
      'I heard a complaint, and I made a plan.',
      'What I heard was a complaint, so I planned.',
    ),
  },
  {
    name: 'the sentence before was removed',
    passage: MEETINGS,
    edit: replace('They were right. ', ''),
  },
  {
    name: 'a sentence was put in before',
    passage: MEETINGS,
    edit: replace('They were right.', 'They were right. I was new.'),
  },
  {
    name: 'a sentence was put in after',
    passage: LIST,
    edit: replace('forty entries.', 'forty entries. Here they are.'),
  },
  {
    name: 'quotes became curly',
    passage: `“${WAIT}”`.slice(1, -1),
    edit: replace(WAIT, `“${WAIT}”`),
  },
  {
    name: 'a hyphen became a dash',
    passage: CALM,
    edit: replace('; it is calmer', ' — it is calmer'),
  },
  {
    name: 'spaces became non-breaking',
    passage: SCHEDULER,
    edit: (html) => html.replaceAll('in three years', 'in&nbsp;three&nbsp;years'),
  },
  {
    name: 'soft hyphens were put in',
    passage: SCHEDULER,
    edit: replace('undocumented', 'un&shy;docu&shy;mented'),
  },
  {
    name: 'lines were wrapped anew',
    passage: MEETINGS,
    edit: (html) => html.replaceAll(' that ', '\n   that '),
  },
  {
    name: 'words became bold',
    passage: SCHEDULER,
    edit: replace('had not failed', '<b>had <i>not</i> failed</b>'),
  },
  {
    name: 'words became a link',
    passage: CHAIR,
    edit: replace('the job on paper', '<a href="https://example.org">the job on paper</a>'),
  },
  {
    name: 'a word was broken over spans',
    passage: BORED,
    edit: replace('engineer', '<span>engi</span><span>neer</span>'),
  },
  {
    name: 'paragraphs became line breaks',
    passage: CALM,
    edit: (html) => html.replaceAll('<p>', '').replaceAll('</p>', '<br><br>'),
  },
  {
    name: 'paragraphs became divs',
    passage: LIST,
    edit: (html) => html.replaceAll('<p>', '<div>').replaceAll('</p>', '</div>'),
  },
  {
    name: 'the list became sentences',
    passage: FEARS,
    edit: (html) => html.replace(/<\/?(?:ul|li)>/g, ' '),
  },
  {
    name: 'a script and a tracking pixel were put in its middle',
    passage: SCHEDULER,
    edit: replace(
      'undocumented, and',
      'undocumented,<script>x()</script><img src="x.gif" alt=""> and',
    ),
  },
  {
    name: 'its paragraph was split in two before it',
    passage: MEETINGS,
    edit: replace('They were right. Some', 'They were right.</p><p>Some'),
  },
  {
    name: 'its paragraph was joined to the next',
    passage: CALM,
    edit: replace('calm compounds.</p>\n<p>What', 'calm compounds. What'),
  },
  {
    name: 'a footnote mark was put behind it',
    passage: LOAN,
    edit: replace('on call.</blockquote>', 'on call.<sup>1</sup></blockquote>'),
  },
  {
    name: 'an image with a caption was put before it',
    passage: SCHEDULER,
    edit: replace(
      '<p>Rewriting',
      '<table><tr><td><img src="a.png"></td></tr><tr><td>The old one</td></tr></table><p>Rewriting',
    ),
  },
  {
    name: 'everything around it was rewritten',
    passage: SCHEDULER,
    edit: all(
      remove('Hiring to fill'),
      replace('Rewriting what worked. ', 'And then there was the scheduler. '),
      replace(
        'The new one was elegant, documented, and failed every Tuesday.',
        'Its successor was pretty and broke weekly.',
      ),
    ),
  },
  {
    name: 'a typing error was corrected',
    passage: CHAIR,
    edit: replace('first person who could', 'first persn who could'),
    outcome: CHAIR.replace('person', 'persn'),
  },
  {
    name: 'two letters changed places',
    passage: SCHEDULER,
    edit: replace('scheduler was ugly', 'schedluer was ugly'),
    outcome: SCHEDULER.replace('scheduler', 'schedluer'),
  },
  {
    name: 'British spelling became American',
    passage: 'a smaller appetite for risk',
    edit: replace('smaller appetite', 'smaler appetite'),
    outcome: 'a smaler appetite for risk',
  },
  {
    name: 'a word was put into its middle',
    passage: SCHEDULER,
    edit: replace('had not failed', 'had not once failed'),
    outcome: SCHEDULER.replace('had not failed', 'had not once failed'),
  },
  {
    name: 'a clause was put into its middle',
    passage: BORED,
    edit: replace('in February that', 'in February, over coffee, that'),
    outcome: BORED.replace('in February that', 'in February, over coffee, that'),
  },
  {
    name: 'a whole sentence was put into its middle',
    passage: `${SCHEDULER} The new one was elegant`,
    edit: replace('three years. The new', 'three years. We all knew that. The new'),
    outcome: `${SCHEDULER} We all knew that. The new one was elegant`,
  },
  {
    name: 'a word of its middle was removed',
    passage: SCHEDULER,
    edit: replace('ugly, undocumented, and', 'ugly and'),
    outcome: SCHEDULER.replace('ugly, undocumented, and', 'ugly and'),
  },
  {
    name: 'a word of its middle was replaced',
    passage: BORED,
    edit: replace('in February', 'in March'),
    outcome: BORED.replace('February', 'March'),
  },
  {
    name: 'its first word was replaced',
    passage: SCHEDULER,
    edit: replace('The old scheduler', 'Our old scheduler'),
    outcome: SCHEDULER.replace('The old', 'Our old'),
  },
  {
    name: 'its last word was replaced',
    passage: CALM,
    edit: replace('calm compounds', 'calm multiplies'),
    outcome: CALM.replace('compounds', 'multiplies'),
  },
  {
    name: 'a number was corrected',
    passage: LIST,
    edit: replace('forty entries', 'sixty entries'),
    outcome: LIST.replace('forty', 'sixty'),
  },
  {
    name: 'a full stop became an exclamation mark',
    passage: LOAN,
    edit: replace('on call.', 'on call!'),
    outcome: LOAN.replace('on call.', 'on call!'),
  },
  {
    name: 'it was edited and its paragraph moved',
    passage: SCHEDULER,
    edit: all(
      replace('ugly, undocumented', 'ugly and undocumented'),
      movePast('Rewriting what worked', 4),
    ),
    outcome: SCHEDULER.replace('ugly, undocumented', 'ugly and undocumented'),
  },
  {
    name: 'it was edited and a paragraph was added above',
    passage: BORED,
    edit: all(replace('in February', 'one February'), (html) => `<p>New.</p>${html}`),
    outcome: BORED.replace('in February', 'one February'),
  },
  {
    name: 'a short passage repeated later keeps its place',
    passage: WAIT,
    edit: (html) => `${html}<p>The team will wait for you, they say.</p>`,
  },
  {
    name: 'a short passage repeated before keeps its place',
    passage: WAIT,
    edit: (html) => `<p>The team will wait for you, they say.</p>${html}`,
  },
  {
    name: 'a passage over two paragraphs, with one put between them',
    passage: 'calm compounds. What follows is the rest',
    edit: replace('calm compounds.</p>', 'calm compounds.</p><p>So I believe.</p>'),
    outcome: 'calm compounds. So I believe. What follows is the rest',
  },
  {
    name: 'a passage over a heading, which was reworded',
    passage: 'that you did it. Mistakes that cost a quarter Hiring to fill a chair.',
    edit: replace('Mistakes that cost a quarter', 'Mistakes that cost three months'),
    outcome: 'that you did it. Mistakes that cost three months Hiring to fill a chair.',
  },
];

/** Edits after which the passage is gone: showing any other words as it would be wrong. */
export const MUST_ORPHAN: Edit[] = [
  { name: 'its sentence was removed', passage: BORED, edit: replace(`${BORED} `, '') },
  {
    name: 'its clause was removed',
    passage: CALM,
    edit: replace('; it is calmer, and calm compounds.', '.'),
  },
  { name: 'its paragraph was removed', passage: SCHEDULER, edit: remove('Rewriting what worked') },
  { name: 'the quotation was removed', passage: LOAN, edit: remove('A rewrite is a loan') },
  {
    name: 'its paragraph and both neighbours were removed',
    passage: LOAN,
    edit: all(remove('A rewrite is'), remove('Rewriting what'), remove('Someone said that')),
  },
  {
    name: 'its list item was removed',
    passage: FEARS,
    edit: replace(`<li>Reading a design review as ${FEARS}.</li>`, ''),
  },
  {
    name: 'its sentence was rewritten from scratch',
    passage: BORED,
    edit: replace(
      BORED,
      'In winter one of our best people said the work had stopped surprising her.',
    ),
  },
  {
    name: 'its paragraph was rewritten from scratch',
    passage: CALM,
    edit: replace(
      `The second was about speed. A team that ships every day is not faster than a team that ships every month; ${CALM}.`,
      'Then there was haste. Releasing often does not make anyone quicker. It takes the drama out, and that adds up.',
    ),
  },
  {
    name: 'it was removed and a look-alike stands elsewhere',
    passage: SCHEDULER,
    edit: all(
      replace(`${SCHEDULER} `, ''),
      (html) =>
        `${html}<p>On reflection the old parser was ugly, undocumented, and had not failed in ten years.</p>`,
    ),
  },
  {
    name: 'a short passage was removed and its words stand elsewhere',
    passage: WAIT,
    edit: all(
      remove('By the time I understood'),
      (html) => `${html}<p>If you are late the team will wait for you at the station.</p>`,
    ),
  },
  {
    name: 'one word was marked, and its sentence removed',
    passage: 'compounds',
    edit: all(
      replace('; it is calmer, and calm compounds.', '.'),
      (html) => `${html}<p>Interest compounds too.</p>`,
    ),
  },
  {
    name: 'a common word was marked, and its paragraph removed',
    passage: 'keep the list',
    edit: remove('I still keep the list'),
  },
  {
    name: 'half of its list item was rewritten',
    passage: 'someone quieter',
    edit: replace('Answering a question that was meant for someone quieter.', 'Talking first.'),
  },
  { name: 'the post was emptied', passage: LIST, edit: () => '' },
  {
    name: 'the post was replaced by another',
    passage: LIST,
    edit: () =>
      '<p>This post has moved to our new home, where you will find everything I have written on hiring since.</p>',
  },
  {
    name: 'the words were scattered',
    passage: SCHEDULER,
    edit: replace(
      SCHEDULER,
      'In three years nothing had gone wrong. It was ugly as sin, though, that thing, and undocumented: an old one, as schedulers go.',
    ),
  },
  { name: 'only its beginning was kept', passage: LIST, edit: replace(LIST, 'I kept quiet.') },
  {
    name: 'the same sentence was kept in a comment of the markup only',
    passage: LOAN,
    edit: replace(`<blockquote>${LOAN}</blockquote>`, `<!-- ${LOAN} -->`),
  },
  {
    name: 'the same sentence was kept in hidden text only',
    passage: LOAN,
    edit: replace(`<blockquote>${LOAN}</blockquote>`, `<div style="display:none">${LOAN}</div>`),
  },
];
