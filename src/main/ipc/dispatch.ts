import type { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/calls';
import { calls } from '../../shared/contract/calls';
import type { Reply } from '../../shared/contract/channels';
import { AppError, toErrorShape } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { CallContext } from './call-context';
import type { Handler, HandlerMap } from './handler-map';

/** What dispatch needs: who answers, and where a bug is written down. */
export interface Dispatcher {
  readonly handlers: HandlerMap;
  readonly logger: Logger;
}

/**
 * Answers one call from the page: known name, checked input, handler, reply. Never rejects: an `AppError`
 * keeps its shape, anything else is a bug, logged once with its stack and answered as `unexpected`.
 */
export async function dispatch(
  { handlers, logger }: Dispatcher,
  name: unknown,
  payload: unknown,
  context: CallContext,
): Promise<Reply<CallOutput<CallName>>> {
  try {
    if (!isCallName(name)) {
      throw new AppError('bad-input', catalogue.main.errors.unknownCall(nameForUser(name)));
    }
    return { ok: true, value: await answer(handlers, name, payload, context) };
  } catch (error) {
    if (!(error instanceof AppError)) logBug(logger, nameForUser(name), error);
    return { ok: false, error: toErrorShape(error) };
  }
}

async function answer<Name extends CallName>(
  handlers: HandlerMap,
  name: Name,
  payload: unknown,
  context: CallContext,
): Promise<CallOutput<Name>> {
  const parsed = calls[name].input.safeParse(payload);
  if (!parsed.success) {
    throw new AppError('bad-input', catalogue.main.errors.badInput(`${name}: ${whatIsWrong(parsed.error)}`));
  }
  // The compiler cannot follow that name, schema and handler belong together; the two maps' types say so.
  const handler = handlers[name] as Handler<Name>;
  return await handler(parsed.data as ParsedInput<Name>, context);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** Paths and rules of the first three issues, without the values: a payload may hold the user's words. */
function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.map(String).join('.') || 'input'} (${issue.code})`)
    .join(', ');
}

function nameForUser(name: unknown): string {
  return typeof name === 'string' ? name.slice(0, 60) : typeof name;
}

function logBug(logger: Logger, call: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : typeof error;
  logger.error('a call failed unexpectedly', { call, stack });
}
