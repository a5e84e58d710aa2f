import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ToolCall, ToolStatus } from '../../shared/model/message-metadata';
import type { Logger } from '../../shared/logger';
import type { Clock } from '../memory/ports/clock';
import { withDeadline } from '../memory/ports/deadline';
import type { Tool, ToolContext } from '../memory/ports/tool';

const words = catalogue.tools.told;
/** Milliseconds a tool may take. */
const toolDeadlineMs = 15_000;
/** Characters of a result that are kept: about a thousand tokens. */
const mostCharacters = 4_000;

/** What the model is told of a call, and how it went. */
export interface ToolOutcome {
  readonly content: string;
  readonly status: Exclude<ToolStatus, 'asking' | 'running'>;
  readonly ms: number | null;
}

/** Runs one call. Never throws: a tool that fails, or takes too long, is told to the model. */
export async function runTool(
  tool: Tool,
  call: Pick<ToolCall, 'arguments'>,
  context: Omit<ToolContext, 'signal'>,
  ports: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<ToolOutcome> {
  const { clock, logger, signal } = ports;
  const startedAt = clock.monotonic();
  const ended = (status: ToolOutcome['status'], content: string): ToolOutcome => ({
    status,
    content,
    ms: Math.round((clock.monotonic() - startedAt) * 100) / 100,
  });
  const input = parseArguments(call.arguments);
  if (input === null) return ended('failed', words.badJson);
  try {
    const run = (aborted: AbortSignal): Promise<string> => tool.run(input, { ...context, signal: aborted });
    const said = await withDeadline(run, { ms: toolDeadlineMs, clock, signal });
    return ended('done', capped(said));
  } catch (error) {
    if (signal.aborted) return ended('failed', words.stopped);
    if (!(error instanceof AppError)) {
      logger.error('tool failed', {
        tool: tool.offer.name,
        stack: error instanceof Error ? (error.stack ?? '') : '',
      });
      return ended('failed', words.failed(words.broke));
    }
    if (error.kind === 'timeout') return ended('timed-out', words.timedOut(toolDeadlineMs / 1_000));
    const told = error.kind === 'bad-input' ? words.badArguments(error.message) : words.failed(error.message);
    return ended('failed', capped(told));
  }
}

/** The arguments as data; null where they are no JSON object. */
function parseArguments(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** A result of a bounded length, never empty and never ending within a character. */
function capped(text: string): string {
  if (text.trim() === '') return words.empty;
  if (text.length <= mostCharacters) return text;
  const cut = text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut}\n[${words.shortened}]`;
}
