import type { ServerResponse } from 'node:http';
import { assertNever } from '../../src/shared/assert-never';

/** How the server treats one request. */
export type Behaviour =
  /** A body as it should be, made from the request's. */
  | { readonly kind: 'reply'; readonly make: (body: unknown) => unknown }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly error?: Readonly<Record<string, string>>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any bytes as the body of a good answer. */
  | { readonly kind: 'raw'; readonly body: string; readonly contentType: string }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Sends headers and half a body, then nothing more. */
  | { readonly kind: 'hang-midway' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'drop' };

/** Does to a response what the behaviour says. */
export function perform(behaviour: Behaviour, body: unknown, response: ServerResponse): void {
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
      response.writeHead(200, { 'content-type': behaviour.contentType });
      response.end(behaviour.body);
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

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
