/** Any function of a protocol: at most one argument, JSON in and JSON out. */
type Procedure = (argument: never) => unknown;

/** A protocol, as an interface of functions. */
export type Protocol<P> = { [Name in keyof P]: Procedure };

type ArgumentOf<F> = F extends (argument: infer A) => unknown ? A : never;
type ResultOf<F> = F extends (...rest: never[]) => infer R ? Awaited<R> : never;

/** The same protocol, asked from another context: every answer is a promise. */
export type Client<P extends Protocol<P>> = {
  [Name in keyof P]: (...argument: Parameters<P[Name]>) => Promise<ResultOf<P[Name]>>;
};

/**
 * What serves a protocol: for every function a parser of the argument, which may have been sent
 * by anyone, and the function itself. A missing one does not compile.
 */
export type Handlers<P extends Protocol<P>, Sender> = {
  [Name in keyof P]: {
    parse: (value: unknown) => ArgumentOf<P[Name]>;
    handle: (
      argument: ArgumentOf<P[Name]>,
      sender: Sender,
    ) => ResultOf<P[Name]> | Promise<ResultOf<P[Name]>>;
  };
};

/** Handlers of which some are left out on purpose: what they are for is refused there. */
export type Served<P extends Protocol<P>, Sender> = {
  [Name in keyof P]: Handlers<P, Sender>[Name] | undefined;
};

/** What crosses: a request, and an answer in which failure is a value. */
export interface Request {
  to: string;
  call: string;
  argument?: unknown;
}
export type Answer = { ok: true; value?: unknown } | { ok: false; error: string };

/** Thrown by a client when the other side answered that it could not do it. */
export class RemoteError extends Error {
  override name = 'RemoteError';
}

/**
 * A client of the protocol called `to`, which sends requests by `send`.
 *
 * Calls throw RemoteError when the other side failed or did not answer.
 */
export function createClient<P extends Protocol<P>>(
  to: string,
  send: (request: Request) => Promise<unknown>,
): Client<P> {
  return new Proxy({} as Client<P>, {
    get: (_, call) => {
      // A promise asks whatever it is resolved with whether it can be waited for.
      if (typeof call === 'symbol' || call === 'then') return undefined;
      return async (argument: unknown) => {
        const sending = Promise.try(() => send({ to, call, argument }));
        const answer = await sending.catch((cause: unknown) => {
          throw new RemoteError(`Nobody could be asked for "${call}"`, { cause });
        });
        if (!isAnswer(answer)) throw new RemoteError(`Nobody answered "${call}"`);
        if (!answer.ok) throw new RemoteError(answer.error);
        return answer.value;
      };
    },
  });
}

/**
 * The function that answers requests of the protocol called `to`; undefined for a message that
 * is none of them, which another listener may want.
 */
export function createServer<P extends Protocol<P>, Sender>(
  to: string,
  handlers: Served<P, Sender>,
): (message: unknown, sender: Sender) => Promise<Answer> | undefined {
  const known = new Map<string, Served<P, Sender>[keyof P]>(Object.entries(handlers) as never);
  return (message, sender) => {
    if (!isRequest(message) || message.to !== to) return undefined;
    const handler = known.get(message.call);
    if (!handler) return Promise.resolve({ ok: false, error: `Unknown request "${message.call}"` });
    return answer(() => handler.handle(handler.parse(message.argument), sender));
  };
}

async function answer(compute: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await compute() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function isRequest(message: unknown): message is Request {
  const { to, call }: { to?: unknown; call?: unknown } = Object(message);
  return to !== undefined && typeof call === 'string';
}

function isAnswer(value: unknown): value is Answer {
  const { ok, error }: { ok?: unknown; error?: unknown } = Object(value);
  return ok === true || (ok === false && typeof error === 'string');
}
