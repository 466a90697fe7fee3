import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server of this machine that can be cut, and mended. */
export interface Line {
  port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Have another port of 127.0.0.1 lead to the server. */
export async function openLine(to: number): Promise<Line> {
  let isCut = false;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    const far = keep(connect(to, '127.0.0.1'));
    near.pipe(far).pipe(near);
    return near;
  });
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      end();
    },
    mend() {
      isCut = false;
    },
    async close() {
      server.close();
      end();
      await once(server, 'close');
    },
  };
}
