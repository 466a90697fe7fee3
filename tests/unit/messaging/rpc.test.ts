import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type Answer,
  createClient,
  createServer,
  type Handlers,
  RemoteError,
} from '../../../lib/messaging/rpc.ts';

/** A protocol to try things with. */
interface EchoProtocol {
  echo(value: unknown): unknown;
  length(text: string): number;
  forget(): void;
}

const parseText = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('Only a text has a length');
  return value;
};

const HANDLERS: Handlers<EchoProtocol, string> = {
  echo: { parse: (value) => value, handle: (value) => value },
  length: { parse: parseText, handle: async (text) => text.length },
  forget: { parse: () => undefined as never, handle: () => undefined },
};

/** What is left of a value on the other side. */
function acrossJson(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** A client and a server that talk through JSON. */
function connect(handlers: Partial<Handlers<EchoProtocol, string>> = {}, to = 'echo') {
  const serve = createServer<EchoProtocol, string>('echo', { ...HANDLERS, ...handlers });
  return createClient<EchoProtocol>(to, async (request) =>
    acrossJson(await serve(acrossJson(request), 'the sender')),
  );
}

const ask = (message: unknown): Promise<Answer> | undefined =>
  createServer<EchoProtocol, string>('echo', HANDLERS)(message, 'the sender');

describe('a call', () => {
  test('comes back with what the handler made of its argument', async () => {
    const client = connect();
    expect(await client.length('four')).toBe(4);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await client.echo(value)).toEqual(acrossJson(value));
      }),
    );
  });

  test('without an argument or a result has neither on the other side', async () => {
    const handle = vi.fn();
    const client = connect({ forget: { parse: (value) => value as never, handle } });
    expect(await client.forget()).toBeUndefined();
    expect(handle).toHaveBeenCalledExactlyOnceWith(undefined, 'the sender');
  });

  test('tells the handler who asks, which no message can pretend', async () => {
    const client = connect({
      echo: { parse: (value) => value, handle: (value, sender) => [value, sender] },
    });
    expect(await client.echo({ sender: 'someone else' })).toEqual([
      { sender: 'someone else' },
      'the sender',
    ]);
  });
});

describe('a failure', () => {
  test.each([
    [
      'throws',
      () => {
        throw new RangeError('Out of ink');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('Out of ink'))],
    [
      'throws what is no error',
      () => {
        throw 'Out of ink';
      },
    ],
  ])('of a handler that %s crosses as a value and comes out as an error', async (_, handle) => {
    const serve = createServer<Pick<EchoProtocol, 'forget'>, string>('echo', {
      forget: { parse: () => undefined as never, handle },
    });
    const answer = await serve({ to: 'echo', call: 'forget' }, 'the sender');
    expect(answer).toEqual({ ok: false, error: 'Out of ink' });
    const client = connect({ forget: { parse: () => undefined as never, handle } });
    await expect(client.forget()).rejects.toThrow(new RemoteError('Out of ink'));
    await expect(client.forget()).rejects.toBeInstanceOf(RemoteError);
  });

  test('to parse is an answer, and the handler is not asked', async () => {
    const handle = vi.fn(() => 0);
    const client = connect({ length: { parse: parseText, handle } });
    await expect(client.length(4 as never)).rejects.toThrow('Only a text has a length');
    expect(handle).not.toHaveBeenCalled();
  });

  test('to be heard by anyone is an error', async () => {
    await expect(connect({}, 'nobody').forget()).rejects.toThrow('Nobody answered "forget"');
  });

  const cause = new Error('Receiving end does not exist');
  test.each([
    ['rejects', () => Promise.reject(cause)],
    [
      'throws',
      () => {
        throw cause;
      },
    ],
  ])('of a channel that %s is an error of the same kind, with its cause', async (_, send) => {
    const client = createClient<EchoProtocol>('echo', send);
    const failure = await client.forget().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RemoteError);
    expect(failure).toMatchObject({ cause });
  });

  test.each([true, 'yes', 0, [], {}, { ok: 'yes' }, { ok: false }, { ok: false, error: 7 }])(
    'of someone else to answer as agreed (%j) is an error',
    async (answer) => {
      const client = createClient<EchoProtocol>('echo', async () => answer);
      await expect(client.echo(1)).rejects.toThrow(RemoteError);
    },
  );
});

describe('a server', () => {
  test.each([
    undefined,
    null,
    'echo',
    7,
    [],
    {},
    { to: 'echo' },
    { call: 'echo' },
    { to: 'echo', call: 7 },
    { to: 'echo', call: ['forget'] },
    { to: 'tab', call: 'forget' },
    { to: ['echo'], call: 'forget' },
    { type: 'wxt:something', data: {} },
  ])('leaves alone what is not for it: %j', (message) => {
    expect(ask(message)).toBeUndefined();
  });

  test.each([
    'nothing',
    '',
    'Echo',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ])('does not know a call of %j, and does not run it', async (call) => {
    const message = JSON.parse(JSON.stringify({ to: 'echo', call, argument: { x: 1 } }));
    expect(await ask(message)).toEqual({ ok: false, error: `Unknown request "${call}"` });
  });

  test('always answers a request with a value, whatever its argument is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('echo', 'length', 'forget', 'other'),
        fc.anything(),
        async (call, argument) => {
          expect(await ask({ to: 'echo', call, argument })).toMatchObject({
            ok: expect.any(Boolean),
          });
        },
      ),
    );
  });
});

describe('a client', () => {
  test('can be passed through promises without a call being made', async () => {
    const send = vi.fn(async () => ({ ok: true }));
    const client = createClient<EchoProtocol>('echo', send);
    expect(await Promise.resolve(client)).toBe(client);
    expect(send).not.toHaveBeenCalled();
  });
});
