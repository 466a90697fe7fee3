import { Parser } from 'htmlparser2';

/** Attributes by which a page loads something. */
const LOADING: Readonly<Record<string, string>> = {
  script: 'src',
  link: 'href',
  img: 'src',
  iframe: 'src',
  object: 'data',
  embed: 'src',
};

/**
 * What a page of the extension does that its policy would stop, or soften: code written in it,
 * anything loaded from elsewhere, a policy or a base of its own. One line each.
 */
export function listUnfit(html: string): string[] {
  const found: string[] = [];
  let isInScript = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isInScript = name === 'script';
      const address = attributes[LOADING[name] ?? ''];
      if (address && !/^\/(?!\/)/.test(address)) found.push(`loads ${address}`);
      if (name === 'base') found.push('has a base');
      if (name === 'meta' && attributes['http-equiv']) found.push('has a policy of its own');
      const handler = Object.keys(attributes).find((key) => key.startsWith('on'));
      if (handler) found.push(`has code in ${handler}`);
    },
    ontext(text) {
      if (isInScript && text.trim()) found.push('has code in itself');
    },
    onclosetag() {
      isInScript = false;
    },
  });
  parser.end(html);
  return found;
}
