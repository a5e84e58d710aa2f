import type { BrowserWindow } from 'electron';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { CallName } from '../../shared/contract/calls';
import { AppError, toErrorShape } from '../../shared/errors';
import type { CallContext } from '../ipc/call-context';
import { dispatch } from '../ipc/dispatch';
import type { HandlerMap } from '../ipc/handler-map';
import type { Logger } from '../../shared/logger';
import type { AnswerCall } from './call-channel';
import { callerOf } from './sender';

/** What the answers need. */
export interface AnswerCallPorts {
  readonly origin: string;
  readonly windows: () => readonly BrowserWindow[];
  /** The page may ask before the services stand: its calls wait for them. */
  readonly handlers: () => Promise<HandlerMap>;
  readonly logger: Logger;
  readonly context: CallContext;
  /** Runs after each answered call of a window, whose payload was good. */
  readonly onAnswered: (name: CallName, payload: unknown, caller: BrowserWindow) => void;
}

/** Answers the calls of the program's own pages: the sender is checked here, the rest in dispatch. */
export function createAnswerCall(ports: AnswerCallPorts): AnswerCall {
  const { origin, windows, handlers, logger, context, onAnswered } = ports;
  return async (event, name, payload) => {
    const caller = callerOf(event.senderFrame, windows(), origin);
    if (caller === null) {
      logger.warn('a call from a foreign sender was refused');
      return {
        ok: false,
        error: toErrorShape(new AppError('forbidden', catalogue.main.errors.foreignSender)),
      };
    }
    const reply = await dispatch({ handlers: await handlers(), logger }, name, payload, context);
    if (reply.ok) onAnswered(name as CallName, payload, caller);
    return reply;
  };
}
