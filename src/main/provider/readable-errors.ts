import { isRecord } from './server-fault';

/**
 * A `fetch` whose failed answers have OpenAI's form, `{ error: … }`: the library throws away what a server says in any
 * other (vLLM, FastAPI and proxies do), and with it the reason.
 */
export function withReadableErrors(fetchAny: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetchAny(input, init);
    if (response.ok || response.status < 400) return response;
    const { status, headers } = response;
    const body = parse(await response.text());
    const error: unknown = isRecord(body) && body['error'] !== undefined ? body : { error: body };
    return new Response(JSON.stringify(error), { status, headers });
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
