/** As much of an annotation as the Hypothesis client's page side is sent. */
export interface ClientAnnotation {
  $tag: string;
  $cluster: string;
  uri: string;
  target: { source: string; selector: object[] }[];
}

/** Stands in for the client's sidebar: no account, no server, no list of annotations to draw. */
export interface SidebarStandIn {
  /** Have annotations shown on the page; answers how many were found, when the last one is done. */
  load(annotations: readonly ClientAnnotation[]): Promise<number>;
}

/* The client's frames talk over message ports, handed out by the page that started it. */
const REQUEST = { frame1: 'sidebar', frame2: 'host', type: 'request', requestId: 'waymark-bench' };
const ENVELOPE = { protocol: 'frame-rpc', version: '1.0.0' };

interface Offer {
  frame1?: string;
  type?: string;
  requestId?: string;
}

interface Call {
  method?: string;
  arguments?: unknown[];
}

function call(port: MessagePort, method: string, ...args: unknown[]): void {
  port.postMessage({ ...ENVELOPE, method, arguments: args, sequence: -1 });
}

function connectGuest(port: MessagePort): void {
  let report: (annotation: { $orphan?: boolean }) => void = () => {};
  let resolveDocument = () => {};
  const documentKnown = new Promise<void>((resolve) => {
    resolveDocument = resolve;
  });
  port.onmessage = ({ data }: MessageEvent<Call>) => {
    if (data.method === 'documentInfoChanged') resolveDocument();
    if (data.method === 'syncAnchoringStatus') report(data.arguments?.[0] as { $orphan?: boolean });
  };
  call(port, 'connect');
  call(port, 'setHighlightsVisible', true);
  call(port, 'featureFlagsUpdated', {});

  const standIn: SidebarStandIn = {
    load: (annotations) =>
      new Promise((resolve) => {
        let left = annotations.length;
        let found = 0;
        report = ({ $orphan }) => {
          left -= 1;
          if (!$orphan) found += 1;
          if (left === 0) resolve(found);
        };
        call(port, 'loadAnnotations', annotations);
      }),
  };
  const host = window.parent as Window & { onSidebarReady?: (sidebar: SidebarStandIn) => void };
  documentKnown.then(() => host.onSidebarReady?.(standIn));
}

const asking = setInterval(() => window.parent.postMessage(REQUEST, '*'), 100);
window.addEventListener('message', ({ data, ports }: MessageEvent<Offer>) => {
  const [port] = ports;
  if (data?.type !== 'offer' || data.requestId !== REQUEST.requestId || !port) return;
  clearInterval(asking);
  // Over this port the host passes on the ports of those who ask for the sidebar.
  port.onmessage = ({ data: offer, ports: [guest] }: MessageEvent<Offer>) => {
    if (offer.type === 'offer' && offer.frame1 === 'guest' && guest) connectGuest(guest);
  };
  call(port, 'connect');
});
