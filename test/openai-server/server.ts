import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { perform } from './behaviour';
import type { Behaviour } from './behaviour';
import { embeddings } from './embeddings';

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
  /** Waits until `count` requests have come in. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

/** How paths are treated without a script; a new endpoint joins here. */
const usual: Readonly<Record<string, Behaviour>> = { '/v1/embeddings': embeddings() };
const unknownPath: Behaviour = { kind: 'status', status: 404 };

/** Starts the server; close it after the test. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  const requests: SeenRequest[] = [];
  const scripts = new Map<string, Behaviour[]>();
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const path = request.url ?? '';
      const closed = new Promise<void>((resolve) => response.on('close', resolve));
      requests.push({ method: request.method ?? '', path, headers: request.headers, body, closed });
      for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
      waiting = waiting.filter(({ count }) => requests.length < count);
      perform(scripts.get(path)?.shift() ?? usual[path] ?? unknownPath, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}/v1`,
    requests,
    script(path, ...behaviours) {
      scripts.set(path, [...(scripts.get(path) ?? []), ...behaviours]);
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
