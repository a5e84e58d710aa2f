import type { Emit } from '../../shared/contract/emit';
import type { ChatModel } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import type { Embedder } from '../memory/ports/embedder';
import type { Engine } from '../memory/ports/engine';
import type { Logger } from '../../shared/logger';
import type { Session } from '../../shared/model/session';
import type { ContextSettings } from '../memory/ports/recall';
import type { AskUser } from './tool-questions';
import type { RuledTool } from './ruled-tool';
import type { UserId } from '../../shared/model/ids';

/** What a turn is made with. */
export interface TurnPorts {
  readonly engine: Engine;
  /** The embedder of a user's queries: its cache is that user's own. */
  readonly embedderOf: (userId: UserId) => Embedder;
  /** The tools that are on, and what may be done with each. */
  readonly tools: () => readonly RuledTool[];
  /** Asks the user whether a call may run; resolves when he answers, `deny` when he does not in time. */
  readonly askUser: AskUser;
  /** The model that answers now. */
  readonly chatModel: () => ChatModel;
  readonly settingsFor: (session: Session) => ContextSettings;
  /** 0–2, as the user set it. */
  readonly temperature: () => number;
  /** Whether memory looks a second time where information is missing. */
  readonly secondLook: () => boolean;
  /** Called when a model took less than was sent: `windowTokens` is what to send it at most from now on. */
  readonly onWindowLearned: (model: string, windowTokens: number) => void;
  readonly emit: Emit;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when background work was enqueued. */
  readonly onJobsEnqueued: () => void;
}
