import './markdown-view.css';
import type { Definition, Image, ImageReference, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { isTooCostly, MAX_DEPTH } from './markdown-limits.ts';
import { MarkdownLink } from './markdown-link.tsx';

/** What drawing a node needs besides the node. */
interface Context {
  /** To show what is not drawn as it was typed. */
  source: string;
  /** `[words]: address` lines, by the parser's normalised name. */
  definitions: ReadonlyMap<string, Definition>;
}

export interface MarkdownViewProps {
  markdown: string;
}

/**
 * A note's Markdown as elements, made one by one: no HTML is ever parsed. Raw HTML is shown as
 * text, pictures as links to them (loading one would tell its server that the note was read).
 *
 * The parser weighs more than the rest of the popup: import this module on demand.
 */
export function MarkdownView({ markdown }: MarkdownViewProps) {
  const content = useMemo(() => toElements(markdown), [markdown]);
  return <div class="markdown-view">{content}</div>;
}

function toElements(source: string): ComponentChildren {
  if (isTooCostly(source)) return <p class="markdown-source">{source}</p>;
  const root = fromMarkdown(source);
  return root.children.map((node) => draw(node, { source, definitions: listDefinitions(root) }, 1));
}

/** The first definition of a name holds. Looked for without recursion, however deep the tree. */
function listDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const rest: Nodes[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if ('children' in node) rest.push(...node.children.toReversed());
  }
  return definitions;
}

function sourceOf({ position }: Nodes, { source }: Context): string {
  return source.slice(position?.start.offset, position?.end.offset);
}

function draw(node: Nodes, context: Context, depth: number): ComponentChildren {
  if (depth > MAX_DEPTH) return sourceOf(node, context);
  const inner = 'children' in node && node.children.map((child) => draw(child, context, depth + 1));
  switch (node.type) {
    case 'paragraph':
      return <p>{inner}</p>;
    case 'heading':
      // One level for all: a note's outline must not skip levels of the page it stands in.
      return <h3 data-depth={node.depth}>{inner}</h3>;
    case 'emphasis':
      return <em>{inner}</em>;
    case 'strong':
      return <strong>{inner}</strong>;
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inner}</ol> : <ul>{inner}</ul>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'link':
      return <MarkdownLink url={node.url}>{inner}</MarkdownLink>;
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url;
      return url ? <MarkdownLink url={url}>{inner}</MarkdownLink> : sourceOf(node, context);
    }
    case 'image':
      return drawImage(node, node.url);
    case 'imageReference':
      return drawImage(node, context.definitions.get(node.identifier)?.url ?? '');
    case 'text':
    case 'html':
      return node.value;
    case 'definition':
      return null;
    default:
      return sourceOf(node, context);
  }
}

function drawImage({ alt }: Image | ImageReference, url: string): ComponentChildren {
  return <MarkdownLink url={url}>{alt || say('markdownPicture')}</MarkdownLink>;
}
