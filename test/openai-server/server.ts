import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { perform } from './behaviour';
import type { Behaviour } from './behaviour';
import { chat } from './chat';
import { embeddings } from './embeddings';
import { models } from './models';

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  /** Such as `/v1/embeddings`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** Resolves when the client has gone or the answer has been sent. */
  readonly closed: Promise<void>;
}

/** A server of OpenAI's protocol on a port of its own. */
export interface OpenAiServer {
  /** The base address, with `/v1`. */
  readonly url: string;
  /** All requests so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Treats the next requests to a path so, one each; afterwards it answers well again. */
  script(path: string, ...behaviours: readonly Behaviour[]): void;
  /** Treats every request to a path so from now on, once its script is at an end; null is as from the start. */
  always(path: string, behaviour: Behaviour | null): void;
  /** Waits until `count` requests have come in. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

/** How paths are treated without a script; a new endpoint joins here. */
const usual: Readonly<Record<string, Behaviour>> = {
  '/v1/chat/completions': chat(),
  '/v1/embeddings': embeddings(),
  '/v1/models': models(),
};
const unknownPath: Behaviour = { kind: 'status', status: 404 };

const wrongKey: Behaviour = {
  kind: 'status',
  status: 401,
  error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' },
};

/** Starts the server, on a free port unless one is given; with `key` it takes no other. Close it after the test. */
export async function startOpenAiServer(
  options: { readonly port?: number; readonly key?: string } = {},
): Promise<OpenAiServer> {
  const requests: SeenRequest[] = [];
  const scripts = new Map<string, Behaviour[]>();
  const standing = new Map<string, Behaviour>();
  const treatmentOf = (path: string, { authorization }: IncomingHttpHeaders): Behaviour => {
    if (options.key !== undefined && authorization !== `Bearer ${options.key}`) return wrongKey;
    return scripts.get(path)?.shift() ?? standing.get(path) ?? usual[path] ?? unknownPath;
  };
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const path = request.url ?? '';
      const closed = new Promise<void>((resolve) => response.on('close', resolve));
      requests.push({ method: request.method ?? '', path, headers: request.headers, body, closed });
      for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
      waiting = waiting.filter(({ count }) => requests.length < count);
      return perform(treatmentOf(path, request.headers), body, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}/v1`,
    requests,
    script(path, ...behaviours) {
      scripts.set(path, [...(scripts.get(path) ?? []), ...behaviours]);
    },
    always(path, behaviour) {
      if (behaviour === null) standing.delete(path);
      else standing.set(path, behaviour);
    },
    received: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : (JSON.parse(text) as unknown);
}
