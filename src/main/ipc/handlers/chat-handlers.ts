import { v7 as uuidv7 } from 'uuid';
import type { ContextPreview, StartedTurn } from '../../../shared/contract/calls/chat-calls';
import {
  turnIdSchema,
  type MessageId,
  type SessionId,
  type TurnId,
  type UserId,
} from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { Budgets } from '../../../shared/settings';
import type { RunningTurns } from '../../chat/running-turns';
import type { Engine } from '../../memory/ports/engine';
import type { ToolOffer } from '../../memory/ports/tool-offer';
import type { ContextSettings } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';

/** What the chat calls need. */
export interface ChatHandlerPorts {
  readonly engine: Engine;
  readonly turns: RunningTurns;
  readonly userId: () => UserId;
  readonly settingsFor: (session: Session) => ContextSettings;
  readonly modelName: () => string;
  /** The tools the model that answers now is told of. */
  readonly offers: () => readonly ToolOffer[];
  /** Budgets within a model's window, as far as it is known. */
  readonly withinWindow: (budgets: Budgets, model: string) => Budgets;
}

/** Answers the calls about messages and answers. */
export function createChatHandlers(
  ports: ChatHandlerPorts,
): Pick<
  HandlerMap,
  | 'messages.page'
  | 'messages.search'
  | 'chat.send'
  | 'chat.retry'
  | 'chat.continue'
  | 'chat.firstAnswer'
  | 'chat.stop'
  | 'chat.countTokens'
  | 'chat.preview'
  | 'chat.previewWith'
> {
  const { engine, turns, userId } = ports;
  const retry = async (sessionId: SessionId, replyId: MessageId, keepText: boolean): Promise<StartedTurn> => {
    const turnId = newTurnId();
    const { message, reply } = await turns.retry({ userId: userId(), sessionId, turnId, replyId, keepText });
    return { turnId, message, reply };
  };
  const preview = async (
    sessionId: SessionId,
    changes: Partial<ContextSettings>,
  ): Promise<ContextPreview> => {
    const session = await engine.getSession({ userId: userId(), sessionId });
    const asked = { ...ports.settingsFor(session), ...changes };
    const settings = { ...asked, budgets: ports.withinWindow(asked.budgets, asked.model) };
    const { maxContextTokens, replyReserveTokens } = settings.budgets;
    const made = await engine.previewContext({
      userId: userId(),
      sessionId,
      settings,
      offers: ports.offers(),
    });
    return { maxContextTokens, replyReserveTokens, ...made };
  };
  return {
    'messages.page': (input) => engine.pageMessages({ userId: userId(), ...input }),
    'messages.search': (input) => engine.searchMessages({ userId: userId(), ...input }),
    'chat.send': async ({ sessionId, text }) => {
      const turnId = newTurnId();
      const { files, message, reply } = await turns.send({ userId: userId(), sessionId, turnId, text });
      return { turnId, files, message, reply };
    },
    'chat.retry': ({ sessionId, messageId }) => retry(sessionId, messageId, false),
    'chat.continue': ({ sessionId, messageId }) => retry(sessionId, messageId, true),
    'chat.firstAnswer': (input) => engine.readFirstAnswer({ userId: userId(), ...input }),
    'chat.stop': ({ turnId }) => {
      turns.stop(turnId);
      return Promise.resolve(null);
    },
    'chat.countTokens': async ({ text }) => ({
      tokens: await engine.countTokens({ text, model: ports.modelName() }),
    }),
    'chat.preview': ({ sessionId }) => preview(sessionId, {}),
    'chat.previewWith': ({ sessionId, budgets, strategy }) => preview(sessionId, { budgets, strategy }),
  };
}

function newTurnId(): TurnId {
  return turnIdSchema.parse(uuidv7());
}
