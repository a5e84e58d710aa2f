import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { UserId } from '../../../shared/model/ids';
import type { ToolView } from '../../../shared/model/tool-rule';
import type { ToolQuestions } from '../../chat/tool-questions';
import type { Engine } from '../../memory/ports/engine';
import type { HandlerMap } from '../handler-map';

/** What the tool calls need. */
export interface ToolHandlerPorts {
  readonly engine: Pick<Engine, 'findMessage'>;
  readonly userId: () => UserId;
  readonly questions: ToolQuestions;
  readonly toolViews: () => readonly ToolView[];
}

/** Answers the calls about tools. */
export function createToolHandlers({
  engine,
  userId,
  questions,
  toolViews,
}: ToolHandlerPorts): Pick<HandlerMap, 'tools.list' | 'tools.answer'> {
  return {
    'tools.list': () => Promise.resolve(toolViews()),
    'tools.answer': async ({ sessionId, messageId, answer }) => {
      const message = await engine.findMessage({ userId: userId(), sessionId, messageId });
      if (message === null) throw new AppError('not-found', catalogue.tools.stale);
      questions.answer(messageId, answer);
      return null;
    },
  };
}
