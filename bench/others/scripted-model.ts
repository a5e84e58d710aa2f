import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** A model of OpenAI's chat protocol on this machine whose answers are made by a function. */
export interface ScriptedModel {
  /** The base address, with `/v1`. */
  readonly url: string;
  close(): void;
}

/** Starts one; `answer` is given the last message of the user. Nothing of a request is kept, so that it takes no memory. */
export async function startScriptedModel(answer: (asked: string) => string): Promise<ScriptedModel> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { model, messages } = bodySchema.parse(JSON.parse(body));
      const content = answer(messages.findLast(({ role }) => role === 'user')?.content ?? '');
      const message = { role: 'assistant', content };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          object: 'chat.completion',
          model,
          choices: [{ index: 0, message, finish_reason: 'stop' }],
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
