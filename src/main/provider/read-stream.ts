import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { badResponse } from './provider-error';
import { readAnswerPart, type AnswerPart } from './read-answer';
import type { ReadText } from './read-body';
import { readEvents } from './read-events';
import { readServerFault, ServerFaultError } from './server-fault';

/**
 * The parts of an answer as they come in: of a stream of events, or the one of a server that ignored that a stream was
 * asked for.
 *
 * Throws `network` where a stream breaks off, that is ends without having said that it ends; `bad-response` for
 * anything that is no answer of this protocol; a ServerFaultError for an error in the stream.
 */
export async function* readParts(read: ReadText): AsyncGenerator<AnswerPart> {
  const { start, readAll } = await peek(read);
  if (start === '<') throw badResponse('chat');
  if (start === '{' || start === '[') yield await readWhole(readAll);
  else yield* readStream(readAll);
}

async function* readStream(read: ReadText): AsyncGenerator<AnswerPart> {
  let hasFinished = false;
  let hasEvents = false;
  try {
    for await (const event of readEvents(read)) {
      if (event.text.startsWith('[DONE]')) return;
      hasEvents = true;
      const value = parseJson(event.text);
      if (event.name === 'error') throw new ServerFaultError(readServerFault(value, null));
      const part = readAnswerPart(value);
      if (part.finish !== null) hasFinished = true;
      yield part;
    }
  } catch (error) {
    // The answer is complete: only the counts that may follow it are missing.
    if (hasFinished && !isCancelled(error)) return;
    throw error;
  }
  if (!hasFinished) {
    throw hasEvents
      ? new AppError('network', catalogue.provider.brokenOff, { retryable: true })
      : badResponse('chat');
  }
}

async function readWhole(read: ReadText): Promise<AnswerPart> {
  let text = '';
  for (let piece = await read(); piece !== null; piece = await read()) text += piece;
  const part = readAnswerPart(parseJson(text));
  return { ...part, finish: part.finish ?? 'stop' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badResponse('chat');
  }
}

/** The first visible character, and the whole text again. */
async function peek(read: ReadText): Promise<{ readonly start: string; readonly readAll: ReadText }> {
  let seen = '';
  for (let piece = await read(); piece !== null; piece = await read()) {
    seen += piece;
    if (seen.trim() !== '') break;
  }
  let isGiven = seen === '';
  return {
    start: seen.trim().charAt(0),
    readAll: async () => {
      if (isGiven) return read();
      isGiven = true;
      return seen;
    },
  };
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'cancelled';
}
