import type { ServerResponse } from 'node:http';
import { sendPiece, type Behaviour } from './behaviour';
import { delta, event } from './chat';

/** A streamed answer that goes on only when the test says so. */
export interface HeldReply {
  /** For one request; give it to `script`. */
  readonly behaviour: Behaviour;
  /** Resolves when the request has come in and its headers are sent. */
  readonly begun: Promise<void>;
  /** Sends some words and resolves when they have left. */
  send(text: string): Promise<void>;
  /** Sends anything, such as half an event or half a character. */
  sendRaw(piece: string | Uint8Array): Promise<void>;
  /** Ends the answer well, with the counts if there are any. */
  finish(usage?: { readonly prompt_tokens: number; readonly completion_tokens: number }): Promise<void>;
  /** Breaks the connection. */
  drop(): Promise<void>;
}

/** Makes one. */
export function createHeldReply(): HeldReply {
  let begin: (response: ServerResponse) => void = () => undefined;
  const response = new Promise<ServerResponse>((resolve) => {
    begin = resolve;
  });
  const sendRaw = async (piece: string | Uint8Array): Promise<void> => sendPiece(await response, piece);
  return {
    behaviour: { kind: 'held', begin: (begun) => begin(begun) },
    begun: response.then(() => undefined),
    send: (text) => sendRaw(delta(text)),
    sendRaw,
    async finish(usage) {
      await sendRaw(delta(null, 'stop'));
      if (usage !== undefined) await sendRaw(event({ choices: [], usage }));
      await sendRaw('data: [DONE]\n\n');
      (await response).end();
    },
    async drop() {
      (await response).destroy();
    },
  };
}
