import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { createSampleBlog, type SampleBlog } from '../../fixtures/blog/sample-blog.ts';
import { BLOG_HOSTS } from '../../fixtures/blog/site.ts';
import { OTHER_SITES } from '../../fixtures/other-sites/other-sites.ts';

export interface BlogServer {
  /** Port of the proxy on 127.0.0.1. */
  port: number;
  /** The blog being served, which may be altered while it is. */
  blog: SampleBlog;
  /** Absolute addresses answered so far, in order. */
  served: readonly string[];
  /** The answers to those, as far as they are known: status, and the bytes of the body. */
  answers: readonly { url: string; status: number; bytes: number }[];
  /** Hosts asked for and refused: what would have left the machine. */
  refused: readonly string[];
  /** Keep whoever asks for an address that holds this waiting, until the returned function is called. */
  hold(part: string): () => void;
  close(): Promise<void>;
}

/**
 * Serve the sample blog under the blog's own host names, and other made-up sites under theirs, to a browser that takes this server for
 * its HTTP proxy: plain requests and TLS tunnels to the blog are answered from here, with a
 * certificate made for the occasion. Every other host is refused, so nothing leaves the machine.
 *
 * It listens on loopback only and does not keep its process alive.
 *
 * @param port where to listen; a free port is taken unless given.
 */
export async function startBlogServer(blog = createSampleBlog(), port = 0): Promise<BlogServer> {
  const served: string[] = [];
  const answers: { url: string; status: number; bytes: number }[] = [];
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const held = new Map<string, Promise<void>>();

  const answer = (scheme: 'http' | 'https'): RequestListener => {
    return async (request, response) => {
      const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host}`);
      const other = OTHER_SITES.get(url.hostname);
      if (!other && !BLOG_HOSTS.includes(url.hostname)) {
        refused.push(url.host);
        response.writeHead(403, { 'content-type': 'text/plain' }).end('Not the sample blog.');
        return;
      }
      served.push(url.href);
      for (const [part, released] of held) if (url.href.includes(part)) await released;
      const found = (other ?? blog.respond)(url.href);
      const etag = found.contentType.includes('json') ? etagOf(found.body) : undefined;
      const isKnown = etag !== undefined && request.headers['if-none-match'] === etag;
      const status = isKnown ? 304 : found.status;
      const body = isKnown || request.method === 'HEAD' ? '' : Buffer.from(found.body);
      answers.push({ url: url.href, status, bytes: body.length });
      response.writeHead(status, {
        'content-type': found.contentType,
        'cache-control': 'no-store',
        ...(etag && { etag }),
        ...(found.location && { location: found.location }),
        ...found.headers,
      });
      if (found.breaksAfter === undefined) return response.end(body);
      response.write(body.slice(0, found.breaksAfter), () => response.destroy());
    };
  };

  certificate ??= createCertificate();
  const inTunnel = createHttpsServer(await certificate, answer('https'));
  // A browser that gives up on a page breaks its connections: nothing to report.
  inTunnel.on('tlsClientError', () => {});

  const proxy = createHttpServer(answer('http'));
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.unref();
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  proxy.on('connect', (request, socket: Socket, head) => {
    const target = new URL(`https://${request.url}`);
    if (!HOSTS.includes(target.hostname) || target.port !== '') {
      refused.push(target.host);
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    inTunnel.emit('connection', socket);
  });

  proxy.listen(port, '127.0.0.1').unref();
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    blog,
    served,
    answers,
    refused,
    hold(part) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(part, promise);
      return () => {
        held.delete(part);
        resolve();
      };
    },
    async close() {
      if (!proxy.listening) return;
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await once(proxy, 'close');
    },
  };
}

/** Every host that is served. */
const HOSTS = [...BLOG_HOSTS, ...OTHER_SITES.keys()];

/** What tells one answer from another; Blogger's feeds have it too. */
function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
}

/** Made once for all servers of a process: making a key takes long. */
let certificate: ReturnType<typeof createCertificate> | undefined;

async function createCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'sample blog' }], {
    keySize: 2048,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: HOSTS.map((value) => ({ type: 2, value })),
      },
    ],
  });
  return { key, cert };
}
