import { badResponse } from './provider-error';
import type { ReadText } from './read-body';

/** One event of a server's stream. */
export interface StreamEvent {
  /** Its name; empty where it has none. */
  readonly name: string;
  readonly text: string;
}

/** Characters without a line's end at which a stream is no stream. */
const longestLine = 4_000_000;

/** Server-sent events from text that comes in any pieces; the last one counts though no blank line follows it. */
export async function* readEvents(read: ReadText): AsyncGenerator<StreamEvent> {
  let name = '';
  let lines: string[] = [];
  const take = (): StreamEvent | null => {
    const event = lines.length === 0 ? null : { name, text: lines.join('\n') };
    name = '';
    lines = [];
    return event;
  };
  for await (const line of readLines(read)) {
    if (line === '') {
      const event = take();
      if (event !== null) yield event;
    } else if (line.startsWith('data:')) lines.push(line.slice(5).replace(/^ /, ''));
    else if (line.startsWith('event:')) name = line.slice(6).trim();
  }
  const last = take();
  if (last !== null) yield last;
}

/** Lines that end in LF, CR or CR LF. */
async function* readLines(read: ReadText): AsyncGenerator<string> {
  let rest = '';
  for (let piece = await read(); piece !== null; piece = await read()) {
    const parts = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) throw badResponse('chat');
    yield* parts;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
