import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Files } from './build.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const STYLE = `
  body { font: 16px/1.5 serif; max-width: 42rem; margin: 2rem auto; }
  .wrapper { background-color: #ffe58a; }
`;

export interface PageHost {
  origin: string;
  close(): void;
}

/**
 * Serve the benchmark's pages on loopback: `/NAME.html` is an empty page with the script of that
 * name, `/hypothesis/…` what the package of the Hypothesis client holds.
 */
export async function servePages(files: Files, hypothesis: string): Promise<PageHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(contentOf(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  const contentOf = (path: string) => {
    if (path.startsWith('/hypothesis/')) return readFileSync(join(hypothesis, path.slice(12)));
    if (extname(path) === '.html') return htmlOf(path.slice(1, -5));
    const file = files.get(path.slice(1));
    if (file === undefined) throw new Error(`No file ${path}`);
    return file;
  };
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeAllConnections(),
  };
}

function htmlOf(name: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="/highlight.css"><style>${STYLE}</style><body></body><script type="module" src="/${name}.js"></script></html>`;
}
