import type { ServerResponse } from 'node:http';
import { assertNever } from '../../src/shared/assert-never';

/** How the server treats one request. */
export type Behaviour =
  /** A body as it should be, made from the request's. */
  | { readonly kind: 'reply'; readonly make: (body: unknown) => unknown }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly error?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any bytes as the body of an answer, good unless `status` says otherwise. */
  | {
      readonly kind: 'raw';
      readonly body: string;
      readonly contentType: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Whatever fits the request. */
  | { readonly kind: 'choose'; readonly choose: (body: unknown) => Behaviour }
  /** A stream in the given pieces, each sent apart, and what follows the last one. */
  | {
      readonly kind: 'pieces';
      readonly pieces: (body: unknown) => readonly (string | Uint8Array)[];
      readonly then: 'end' | 'hang' | 'drop';
    }
  /** A stream that the test writes itself. */
  | { readonly kind: 'held'; readonly begin: (response: ServerResponse) => void }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Sends headers and half a body, then nothing more. */
  | { readonly kind: 'hang-midway' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'drop' };

/** Does to a response what the behaviour says. */
export async function perform(behaviour: Behaviour, body: unknown, response: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'reply':
      sendJson(response, 200, behaviour.make(body));
      return;
    case 'status': {
      const { status, error = { message: `status ${String(status)}` }, headers } = behaviour;
      sendJson(response, status, { error }, headers);
      return;
    }
    case 'raw':
      response.writeHead(behaviour.status ?? 200, {
        'content-type': behaviour.contentType,
        ...behaviour.headers,
      });
      response.end(behaviour.body);
      return;
    case 'choose':
      await perform(behaviour.choose(body), body, response);
      return;
    case 'pieces':
      await sendPieces(response, behaviour.pieces(body));
      if (behaviour.then === 'end') response.end();
      if (behaviour.then === 'drop') response.destroy();
      return;
    case 'held':
      writeStreamHead(response);
      behaviour.begin(response);
      return;
    case 'hang':
      return;
    case 'hang-midway':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":[');
      return;
    case 'drop':
      response.destroy();
      return;
    default:
      assertNever(behaviour);
  }
}

function writeStreamHead(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
}

async function sendPieces(response: ServerResponse, pieces: readonly (string | Uint8Array)[]): Promise<void> {
  writeStreamHead(response);
  for (const piece of pieces) {
    await sendPiece(response, piece);
    // A turn of the event loop, so that pieces leave in packets of their own.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Writes a piece and waits until it has left; one to a client that has gone is lost. */
export function sendPiece(response: ServerResponse, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed || response.destroyed) resolve();
    else response.write(piece, () => resolve());
  });
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
