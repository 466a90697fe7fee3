import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withAction, withKind, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { builtInTemplate, TEMPLATE_NAMES } from '../../../lib/markdown/built-in-templates.ts';
import { toHoldable } from '../../../lib/markdown/passage.ts';
import { createTemplate } from '../../../lib/markdown/template.ts';
import { toTemplateData } from '../../../lib/markdown/template-data.ts';
import { TemplateError } from '../../../lib/markdown/template-fault.ts';
import { nasty } from './nasty.ts';
import { anAnnotation, aPost, gfmPassagesIn } from './read.ts';

const question = withNote(withKind(anAnnotation('Why is that?'), 'question'), 'Ask *Monday*.');
const action = withTags(
  withAction(withNote(withKind(anAnnotation('Try.'), 'action'), 'Do it.'), { due: '2026-12-01' }),
  ['team'],
);
const post = aPost([], {
  annotations: [anAnnotation('It was fine.'), question, action],
  published: '2015-01-09T23:30:00-05:00',
  labels: ['management'],
});
const data = toTemplateData([post], '2026-11-23');
const fill = (source: string) => createTemplate(source)(data);

test.each([
  ['{{ posts[0].title }}', 'A post'],
  ['{{ posts[0].published | date: "D.M.YYYY" }}', '9.1.2015'],
  ['{{ posts[0].published | date: "%d/%m/%Y" }}', '09/01/2015'],
  ['{{ posts | map: "title" | join: ", " }}', 'A post'],
  ['{{ "a: b / c" | safe_name }}', 'a - b - c'],
  ['{{ "One.\n\nTwo." | blockquote }}', '> One.\n>\n> Two.'],
  ['{{ "One." | callout: "quote", "From *it*" }}', '> [!quote] From \\*it\\*\n>\n> One.'],
  ['{{ "a [b]" | link: "https://a.example/" }}', '[a \\[b\\]](https://a.example/)'],
  ['{{ "A|B" | wikilink: "c" }}', '[[AB|c]]'],
  ['{{ "1:1 meetings" | tag }}', '#1-1-meetings'],
  ['{{ "no: yes" | yaml }}', '"no: yes"'],
  ['{{ posts[0].labels | list }}', '- management'],
  ['{{ notes[2].note | task: notes[2].done }}', '- [ ] Do it.'],
])('%s is %j', (source, text) => {
  expect(fill(source)).toBe(`${text}\n`);
});

describe.each(TEMPLATE_NAMES)('the template %s', (name) => {
  test('can be filled in with anything', () => {
    const template = createTemplate(builtInTemplate(name));
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { maxLength: 4 }), nasty, (notes, title) => {
        expect(typeof template(toTemplateData([aPost(notes, { title })], '2026-11-23'))).toBe(
          'string',
        );
      }),
      { numRuns: 50 },
    );
  });
});

test('the reading notes hold every passage exactly', () => {
  const template = createTemplate(builtInTemplate('reading-notes'));
  fc.assert(
    fc.property(nasty, (passage) => {
      const held = toHoldable(passage);
      const markdown = template(toTemplateData([aPost([passage])], '2026-11-23'));
      expect(gfmPassagesIn(markdown)).toEqual(held === '' ? [] : [held]);
    }),
    { numRuns: 300 },
  );
});

test('the handout begins with the questions', () => {
  const markdown = fill(builtInTemplate('handout'));
  expect(markdown.indexOf('Ask *Monday*.')).toBeGreaterThan(0);
  expect(markdown.indexOf('Ask *Monday*.')).toBeLessThan(markdown.indexOf('> It was fine.'));
});

test('the one-on-one has open actions and questions under their tags', () => {
  expect(fill(builtInTemplate('one-on-one'))).toBe(`# One-on-one, 2026-11-23

## team

- [ ] Do it. (due 2026-12-01)

## Everything else

- Ask *Monday*.
`);
});

test('the properties of the Obsidian note can be read', () => {
  const [, properties = ''] = fill(builtInTemplate('obsidian')).split('---\n');
  expect(parse(properties)).toEqual({ created: '2026-11-23', sources: [post.permalink] });
});

describe('a template', () => {
  test.each([
    ['{{ a', { line: 1, fault: 'open' }],
    ['\n{% for a in b %}', { line: 2, fault: 'open' }],
    ['\n\n{% if %}', { line: 3, fault: 'syntax' }],
    ['{% assign = 1 %}', { line: 1, fault: 'syntax' }],
    ['{{ 1 | no_such_filter }}', { line: 1, fault: 'filter', called: 'no_such_filter' }],
    ['{% nothing %}', { line: 1, fault: 'tag', called: 'nothing' }],
    ['{% include "x" %}', { fault: 'other' }],
    ['{% for i in (1..1000000000) %}x{% endfor %}', { fault: 'large' }],
    [
      '{% for i in (1..30000) %}{% for j in (1..30000) %}x{% endfor %}{% endfor %}',
      { fault: 'slow' },
    ],
  ])('that cannot be used says why: %s', (source, why) => {
    const error = errorOf(() => fill(source));
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as TemplateError).message).not.toBe('');
    expect(error).toMatchObject(why);
  });

  test('reaches nothing but what it is given', () => {
    expect(
      fill('[{{ posts.constructor }}{{ notes.__proto__ }}{{ globalThis }}{{ posts[0].toString }}]'),
    ).toBe('[]\n');
  });

  test('longer than anyone writes is refused', () => {
    expect(errorOf(() => createTemplate('x'.repeat(200_000)))).toBeInstanceOf(TemplateError);
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
