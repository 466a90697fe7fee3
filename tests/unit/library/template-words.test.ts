import { afterEach, expect, test } from 'vitest';
import { sentenceOfFault } from '../../../entrypoints/library/template-fault-sentence.ts';
import { templateWords } from '../../../entrypoints/library/template-words.ts';
import { withKind, withTags } from '../../../lib/annotation/changes.ts';
import { speakBy } from '../../../lib/language/say.ts';
import { builtInTemplate, TEMPLATE_NAMES } from '../../../lib/markdown/built-in-templates.ts';
import { createTemplate } from '../../../lib/markdown/template.ts';
import { toTemplateData } from '../../../lib/markdown/template-data.ts';
import { TemplateError } from '../../../lib/markdown/template-fault.ts';
import { messagesOf } from '../../language/messages-of.ts';
import { anAnnotation, aPost } from '../markdown/read.ts';

afterEach(() => speakBy(messagesOf('en')));

const annotations = [
  anAnnotation('A passage.'),
  withKind(anAnnotation('A question.'), 'question'),
  withTags(withKind(anAnnotation('An action.'), 'action'), ['team']),
];
const data = toTemplateData([aPost([], { annotations })], '2026-11-23');

test.each(['en', 'de'])('in the language %s every template can be filled in', (language) => {
  speakBy(messagesOf(language));
  const words = templateWords();
  for (const name of TEMPLATE_NAMES) {
    expect(createTemplate(builtInTemplate(name, words))(data)).not.toBe('');
  }
  // They stand in double quotes in the templates.
  expect(Object.values(words).join('')).not.toContain('"');
});

test('the templates speak German to a German reader', () => {
  speakBy(messagesOf('de'));
  const words = templateWords();
  const fill = (name: (typeof TEMPLATE_NAMES)[number]) =>
    createTemplate(builtInTemplate(name, words))(data);
  expect(fill('reading-notes')).toMatch(/^# Lesenotizen, 2026-11-23\n/);
  expect(fill('reading-notes')).toContain('[Im Beitrag öffnen](');
  expect(fill('handout')).toMatch(/^# Für die Lesegruppe\n/);
  expect(fill('handout')).toContain('## Textstellen\n');
  expect(fill('one-on-one')).toContain('## Alles andere\n');
});

test('what is wrong with a template is said in a sentence, with the line', () => {
  const sentence = (source: string) => {
    try {
      return createTemplate(source)(data);
    } catch (error) {
      return error instanceof TemplateError ? sentenceOfFault(error) : String(error);
    }
  };
  expect(sentence('\n{{ today | nowhere }}')).toBe('Line 2: There is no filter called “nowhere”.');
  expect(sentence('{% for note in notes %}')).toBe(
    'Line 1: Something that begins here is never closed. (tag {% for note in notes %} not closed)',
  );
  speakBy(messagesOf('de'));
  expect(sentence('{% nothing %}')).toBe('Zeile 1: Eine Anweisung namens „nothing“ gibt es nicht.');
  expect(sentence('{{ today | nowhere }}')).toContain('Einen Filter namens „nowhere“');
});
