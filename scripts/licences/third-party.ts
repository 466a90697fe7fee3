import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may go into a bundle: licences that ask for no more than to be named. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/** Packages that may, although their licence asks for more, and how it gets that. */
const ALLOWED_ALTHOUGH: ReadonlyMap<string, { licence: string; because: string }> = new Map([
  [
    'webextension-polyfill',
    {
      licence: 'MPL-2.0',
      because: 'Its files are bundled as they are published; their source is found at the address.',
    },
  ],
]);

/** A file of a package with the terms it may be used under, or what they ask to be told. */
const TERMS = /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i;
/** Where Vite's licence goes on to those of packages inside it, none of which reach a bundle. */
const OF_OTHERS = /^#+ Licenses of bundled dependencies/m;

/** A package whose code is in a bundle. */
export interface Package {
  name: string;
  version: string;
  /** As in SPDX. */
  licence: string;
  address: string;
  /** Its licence and notices, as they come with it. */
  terms: string;
}

/** What is read here of a package's own description. */
interface Description {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** Read what a package says of itself. @throws Error when it does not say who wrote it, or its terms. */
export function readPackage(folder: string, mitText: string): Package {
  const described: Description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license = '' } = described;
  const files = readdirSync(folder).filter((file) => TERMS.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  const terms = texts.map((text) => toLines(text.split(OF_OTHERS)[0] ?? '')).join('\n\n');
  return {
    name,
    version,
    licence: license,
    address: addressOf(described),
    terms: terms || termsUnsaid(described, mitText),
  };
}

/** The terms of a package that names a licence and comes without its text. */
function termsUnsaid({ name, author, license }: Description, mitText: string): string {
  const writer = typeof author === 'object' ? author.name : author;
  if (license !== 'MIT') throw new Error(`${name} comes without the text of its licence`);
  return `Copyright (c) ${writer ?? `the authors of ${name}`}\n\n${toLines(mitText)}`;
}

function addressOf({ name, repository }: Description): string {
  const url = (typeof repository === 'object' ? repository.url : repository) ?? '';
  const address = url
    .replace(/^git\+|\.git$/g, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://');
  if (/^https?:/.test(address)) return address;
  if (/^[\w.-]+\/[\w.-]+$/.test(address)) return `https://github.com/${address}`;
  return `https://www.npmjs.com/package/${name}`;
}

/** A text without spaces at the ends of its lines, whichever system it was written on. */
function toLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Why the packages must not be bundled, one sentence each; empty when they may. */
export function listRefusals(packages: readonly Package[]): string[] {
  return packages
    .filter(({ name, licence }) => {
      const choices = licence.replace(/^\(|\)$/g, '').split(' OR ');
      return (
        !choices.some((choice) => ALLOWED.has(choice)) &&
        ALLOWED_ALTHOUGH.get(name)?.licence !== licence
      );
    })
    .map(({ name, licence }) => `${name} is bundled, and “${licence}” is not an allowed licence.`);
}

/** The list of packages with their terms, as Markdown. */
export function toThirdPartyList(packages: readonly Package[]): string {
  const sorted = [...packages].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = sorted.map(
    ({ name, version, licence, address }) => `| [${name}](${address}) | ${version} | ${licence} |`,
  );
  const texts = sorted.map(({ name, version, terms }) => {
    const because = ALLOWED_ALTHOUGH.get(name)?.because;
    return `## ${name} ${version}\n\n${because ? `${because}\n\n` : ''}\`\`\`text\n${terms}\n\`\`\`\n`;
  });
  return `# What others wrote

Waymark ships code of these packages. The list is made by the build, of what it bundles
(\`scripts/list-licences.ts\`).

| Package | Version | Licence |
| --- | --- | --- |
${rows.join('\n')}

${texts.join('\n')}`;
}
