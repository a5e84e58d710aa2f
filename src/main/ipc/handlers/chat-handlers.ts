import { v7 as uuidv7 } from 'uuid';
import { turnIdSchema, type UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { RunningTurns } from '../../chat/running-turns';
import type { Engine } from '../../memory/ports/engine';
import type { ContextSettings } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';

/** What the chat calls need. */
export interface ChatHandlerPorts {
  readonly engine: Engine;
  readonly turns: RunningTurns;
  readonly userId: () => UserId;
  readonly settingsFor: (session: Session) => ContextSettings;
  readonly modelName: () => string;
}

/** Answers the calls about messages and answers. */
export function createChatHandlers(
  ports: ChatHandlerPorts,
): Pick<
  HandlerMap,
  'messages.page' | 'messages.search' | 'chat.send' | 'chat.stop' | 'chat.countTokens' | 'chat.preview'
> {
  const { engine, turns, userId } = ports;
  return {
    'messages.page': (input) => engine.pageMessages({ userId: userId(), ...input }),
    'messages.search': (input) => engine.searchMessages({ userId: userId(), ...input }),
    'chat.send': async ({ sessionId, text }) => {
      const turnId = turnIdSchema.parse(uuidv7());
      const { message, reply } = await turns.send({ userId: userId(), sessionId, turnId, text });
      return { turnId, message, reply };
    },
    'chat.stop': ({ turnId }) => {
      turns.stop(turnId);
      return Promise.resolve(null);
    },
    'chat.countTokens': async ({ text }) => ({
      tokens: await engine.countTokens({ text, model: ports.modelName() }),
    }),
    'chat.preview': async ({ sessionId }) => {
      const session = await engine.getSession({ userId: userId(), sessionId });
      const settings = ports.settingsFor(session);
      const preview = await engine.previewContext({ userId: userId(), sessionId, settings });
      const { maxContextTokens, replyReserveTokens } = settings.budgets;
      return { maxContextTokens, replyReserveTokens, ...preview };
    },
  };
}
