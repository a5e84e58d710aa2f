import { AppError, type AppErrorShape, toErrorShape } from '../../shared/errors';
import type { ToolCall } from '../../shared/model/message-metadata';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import type { ChatChunk, ChatModel, ChatRequest } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';

/** Streamed text is stored at most this far apart (invariant 6). */
export const checkpointMs = 1_000;
/** Text reaches the page at most this often. */
const deltaMs = 40;

/** What happens to the text on its way. */
export interface ReplySinks {
  /** What the reply begins with: the words of one that broke off, or nothing. */
  readonly begunWith: string;
  /** New text for the page. */
  readonly delta: (text: string) => void;
  /** The whole text so far, to be stored. */
  readonly checkpoint: (content: string) => Promise<unknown>;
  readonly firstToken: () => void;
  /** The request is made again after a pause. */
  readonly waiting: (wait: Extract<ChatChunk, { kind: 'waiting' }>) => void;
}

/** How a streamed reply ended. */
export interface StreamedReply {
  readonly content: string;
  readonly state: 'done' | 'stopped' | 'failed';
  readonly error: AppErrorShape | null;
  readonly usage: TurnSnapshot['tokensReported'];
  /** The tools it calls; none where it did not end well. */
  readonly toolCalls: readonly ToolCall[];
  /** What was thrown, for the log; null where the reply ended well. */
  readonly cause: unknown;
}

/** Runs an action at most every `ms`: at once when it was not run lately, otherwise when the time has come. */
function createThrottle(clock: Clock, ms: number, action: () => void) {
  let cancel: (() => void) | null = null;
  let readyAt = 0;
  const run = (): void => {
    cancel = null;
    readyAt = clock.monotonic() + ms;
    action();
  };
  return {
    request: (): void => {
      const wait = readyAt - clock.monotonic();
      if (cancel !== null) return;
      if (wait <= 0) run();
      else cancel = clock.after(wait, run);
    },
    stop: (): void => {
      cancel?.();
      cancel = null;
    },
  };
}

/**
 * Steps 5 and 6 of a turn: streams the reply, hands its text on, and stores it as it grows. Whatever goes wrong
 * ends the reply with the text so far; nothing is thrown.
 */
export async function streamReply(
  model: ChatModel,
  request: ChatRequest,
  clock: Clock,
  sinks: ReplySinks,
): Promise<StreamedReply> {
  let content = sinks.begunWith;
  let shown = content.length;
  let usage: StreamedReply['usage'] = null;
  let toolCalls: StreamedReply['toolCalls'] = [];
  let storing = Promise.resolve<unknown>(null);
  const show = (): void => {
    if (content.length > shown) sinks.delta(content.slice(shown));
    shown = content.length;
  };
  const deltas = createThrottle(clock, deltaMs, show);
  const checkpoints = createThrottle(clock, checkpointMs, () => {
    // A checkpoint that fails is not the end: the finished reply is stored whole, or its failure is shown.
    storing = sinks.checkpoint(content).catch(() => null);
  });
  const end = async (state: StreamedReply['state'], cause: unknown): Promise<StreamedReply> => {
    deltas.stop();
    checkpoints.stop();
    show();
    await storing;
    const error = state === 'failed' ? toErrorShape(cause) : null;
    const calls = state === 'done' ? toolCalls : [];
    return { content, state, error, usage, toolCalls: calls, cause: state === 'failed' ? cause : null };
  };

  try {
    for await (const chunk of model.stream(request)) {
      if (chunk.kind === 'usage') {
        usage = { prompt: chunk.prompt, completion: chunk.completion };
        continue;
      }
      if (chunk.kind === 'tool-calls') {
        toolCalls = chunk.calls;
        continue;
      }
      if (chunk.kind === 'waiting') {
        sinks.waiting(chunk);
        continue;
      }
      if (content === sinks.begunWith && chunk.text !== '') sinks.firstToken();
      content += chunk.text;
      deltas.request();
      checkpoints.request();
      if (request.signal.aborted) break;
    }
    return await end(request.signal.aborted ? 'stopped' : 'done', null);
  } catch (error) {
    const stopped = request.signal.aborted || (error instanceof AppError && error.kind === 'cancelled');
    return end(stopped ? 'stopped' : 'failed', error);
  }
}
