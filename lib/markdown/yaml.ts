/** What YAML's double-quoted style (1.2, section 7.3.1) does not take as it is. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** What the programs that read a note would act on before they look at its properties. */
const ACTED_ON = /[<%{}](?=[%{}>])|(?<=[<%{}])[%{}>]/g;

/**
 * A text as a double-quoted scalar of YAML, which reads back as that text. Quoted always: `no`,
 * `1:1` and `2015-01-09` are words here.
 */
export function toYamlString(text: string): string {
  return JSON.stringify(text.toWellFormed())
    .replaceAll(UNPRINTABLE, toEscape)
    .replaceAll(ACTED_ON, toEscape);
}

/** A mapping of texts and of lists of texts, one key a line; what is empty is left out. */
export function toYaml(values: Readonly<Record<string, string | readonly string[] | undefined>>) {
  return Object.entries(values)
    .flatMap(([key, value]) => {
      if (value === undefined || value.length === 0) return [];
      if (typeof value === 'string') return [`${key}: ${toYamlString(value)}`];
      return [`${key}:`, ...value.map((one) => `  - ${toYamlString(one)}`)];
    })
    .map((line) => `${line}\n`)
    .join('');
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
