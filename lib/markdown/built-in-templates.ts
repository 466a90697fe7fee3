/** The templates that are there from the beginning. A reader's own begin as a copy of one. */
export const TEMPLATE_NAMES = ['reading-notes', 'obsidian', 'handout', 'one-on-one'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const READING_NOTES = `# Reading notes, {{ today }}
{% for post in posts %}
## {{ post.title | link: post.url }}

{{ post.published }}{% if post.labels.size > 0 %} · {{ post.labels | join: ", " | escape_md }}{% endif %}
{% for note in post.notes %}
{% if note.passage %}{{ note.passage | blockquote }}

{{ "Open in the post" | link: note.link }}{% endif %}

{{ note.note }}
{% endfor %}{% endfor %}
`;

const OBSIDIAN = `---
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

const HANDOUT = `# For the reading group

{% for post in posts %}{{ post.title | link: post.url }}
{% endfor %}
{% assign questions = notes | where: "kind", "question" %}{% if questions.size > 0 %}
## Questions
{% for note in questions %}
{{ forloop.index }}. {{ note.note | default: "What do we make of this?" | indent }}

{% if note.passage %}{{ note.passage | blockquote }}{% endif %}
{% endfor %}{% endif %}
## Passages
{% for note in notes %}{% if note.passage and note.kind != "question" %}
{{ note.passage | blockquote }}

*{{ note.post.title | escape_md }}*
{% endif %}{% endfor %}
`;

const ONE_ON_ONE = `# One-on-one, {{ today }}
{% for tag in tags %}{% assign open = tag.notes | where: "done", false %}{% assign actions = open | where: "kind", "action" %}{% assign questions = open | where: "kind", "question" %}{% if actions.size > 0 or questions.size > 0 %}
## {{ tag.name | default: "Everything else" | escape_md }}

{% for note in actions %}{{ note.note | default: note.passage | task: note.done }}{% if note.due != "" %} (due {{ note.due }}){% endif %}
{% endfor %}{% for note in questions %}- {{ note.note | default: note.passage | indent }}
{% endfor %}{% endif %}{% endfor %}
`;

export const BUILT_IN_TEMPLATES: Readonly<Record<TemplateName, string>> = {
  'reading-notes': READING_NOTES,
  obsidian: OBSIDIAN,
  handout: HANDOUT,
  'one-on-one': ONE_ON_ONE,
};
