import { ENGLISH, type MarkdownWords } from './words.ts';

/** The templates that are there from the beginning. A reader's own begin as a copy of one. */
export const TEMPLATE_NAMES = ['reading-notes', 'obsidian', 'handout', 'one-on-one'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** What the templates say of their own. Without double quotes, since some of it stands in code. */
export interface TemplateWords
  extends Pick<MarkdownWords, 'readingNotes' | 'questions' | 'open' | 'due'> {
  /** The heading of the handout. */
  readingGroup: string;
  /** What stands for a question that nobody has put in words. */
  anyQuestion: string;
  passages: string;
  oneOnOne: string;
  /** The heading over what has no tag. */
  untagged: string;
}

export const ENGLISH_TEMPLATES: TemplateWords = {
  ...ENGLISH,
  readingGroup: 'For the reading group',
  anyQuestion: 'What do we make of this?',
  passages: 'Passages',
  oneOnOne: 'One-on-one',
  untagged: 'Everything else',
};

const readingNotes = (words: TemplateWords) => `# ${words.readingNotes}, {{ today }}
{% for post in posts %}
## {{ post.title | link: post.url }}

{{ post.published }}{% if post.labels.size > 0 %} · {{ post.labels | join: ", " | escape_md }}{% endif %}
{% for note in post.notes %}
{% if note.passage %}{{ note.passage | blockquote }}

{{ "${words.open}" | link: note.link }}{% endif %}

{{ note.note }}
{% endfor %}{% endfor %}
`;

const obsidian = () => `---
created: {{ today | yaml }}
sources: {{ posts | map: "url" | yaml }}
---
{% for post in posts %}
# {{ post.title | link: post.url }}
{% for note in post.notes %}
{% if note.passage %}{{ note.passage | callout: "quote" }}{% endif %}

{% if note.kind == "action" %}{{ note.note | task: note.done }}{% else %}{{ note.note }}{% endif %}

{% for tag in note.tags %}{{ tag | tag }} {% endfor %}

^{{ note.id }}
{% endfor %}{% endfor %}
`;

const handout = (words: TemplateWords) => `# ${words.readingGroup}

{% for post in posts %}{{ post.title | link: post.url }}
{% endfor %}
{% assign questions = notes | where: "kind", "question" %}{% if questions.size > 0 %}
## ${words.questions}
{% for note in questions %}
{{ forloop.index }}. {{ note.note | default: "${words.anyQuestion}" | indent }}

{% if note.passage %}{{ note.passage | blockquote }}{% endif %}
{% endfor %}{% endif %}
## ${words.passages}
{% for note in notes %}{% if note.passage and note.kind != "question" %}
{{ note.passage | blockquote }}

*{{ note.post.title | escape_md }}*
{% endif %}{% endfor %}
`;

const oneOnOne = (words: TemplateWords) => `# ${words.oneOnOne}, {{ today }}
{% for tag in tags %}{% assign open = tag.notes | where: "done", false %}{% assign actions = open | where: "kind", "action" %}{% assign questions = open | where: "kind", "question" %}{% if actions.size > 0 or questions.size > 0 %}
## {{ tag.name | default: "${words.untagged}" | escape_md }}

{% for note in actions %}{{ note.note | default: note.passage | task: note.done }}{% if note.due != "" %} (${words.due} {{ note.due }}){% endif %}
{% endfor %}{% for note in questions %}- {{ note.note | default: note.passage | indent }}
{% endfor %}{% endif %}{% endfor %}
`;

const TEMPLATES: Readonly<Record<TemplateName, (words: TemplateWords) => string>> = {
  'reading-notes': readingNotes,
  obsidian,
  handout,
  'one-on-one': oneOnOne,
};

/** The text of a template, which says what it says in these words; in English, without them. */
export function builtInTemplate(name: TemplateName, words = ENGLISH_TEMPLATES): string {
  return TEMPLATES[name](words);
}
