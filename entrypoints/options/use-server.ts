import { useState } from 'preact/hooks';
import { toMatch } from '../../lib/blog/site.ts';
import { type AddressFault, parseServerAddress } from '../../lib/sync/server-address.ts';
import { listSites } from '../sites/granted.ts';
import { type Granted, requestServer } from '../sites/request-server.ts';
import { findServers, type ServerUse } from '../sites/server.ts';

/** A server's host, which the browser is asked for in the click. */
export interface ServerAccess {
  /** Look up what has to be known before the reader clicks. */
  look: () => Promise<void>;
  /** Whether the reader lets Waymark reach the server; at once why its address will not do. */
  request: (address: string) => Promise<boolean> | AddressFault;
}

export function useServer(use: ServerUse): ServerAccess {
  const [known, setKnown] = useState<Granted>({ servers: {}, sites: [] });
  return {
    async look() {
      const [servers, sites] = await Promise.all([findServers(), listSites()]);
      setKnown({ servers, sites: sites.map(toMatch) });
    },
    request(address) {
      const server = parseServerAddress(address);
      return typeof server === 'string' ? server : requestServer(use, server.origin, known);
    },
  };
}
