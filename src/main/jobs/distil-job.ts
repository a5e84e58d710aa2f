import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { UserId } from '../../shared/model/ids';
import type { ChatModel } from '../memory/ports/chat-model';
import type { EvidencedFact, ProfileStore, UnreadMessage } from '../memory/ports/profile-store';
import { profilePrompt, readFacts } from '../memory/profile/profile-prompt';
import { excerptOf } from '../memory/text/excerpt-of';
import { askModel } from './ask-model';
import type { JobHandler } from './job-handler';
import { ofModel } from './of-model';
import type { ModelFor } from './write-summary';

/** What the job needs. */
export interface DistilOptions {
  readonly store: Pick<ProfileStore, 'planDistil' | 'extractFacts' | 'learnFacts'>;
  /** The model that reads; the one that writes summaries. */
  readonly model: ModelFor;
  /** Whether the user wants a profile at all. */
  readonly isOn: () => boolean;
  readonly onChanged: (userId: UserId) => void;
}

/** Tokens a model may answer with. */
const answerTokens = 1_500;
/** Characters of one message that are shown to a model. */
const shownCharacters = 2_000;

/** Reads what is new of a session for facts about its user, step by step; each step is learned at once. */
export function createDistilJob(options: DistilOptions): JobHandler {
  const { store } = options;
  return async ({ userId, sessionId }, signal) => {
    while (options.isOn()) {
      signal.throwIfAborted();
      const plan = await store.planDistil({ userId, sessionId });
      if (plan === null) return;
      const model = options.model({ userId, sessionId });
      const isOffline = model.kind === 'offline';
      const facts = isOffline
        ? await store.extractFacts({ messages: plan.messages })
        : await ofModel(() => askForFacts(model, plan.messages, signal));
      const { throughSeq } = plan;
      const origin = isOffline ? 'extracted' : 'model';
      await store.learnFacts({ userId, sessionId, throughSeq, facts, origin });
      options.onChanged(userId);
    }
  };
}

async function askForFacts(
  model: ChatModel,
  messages: readonly UnreadMessage[],
  signal: AbortSignal,
): Promise<readonly EvidencedFact[]> {
  const shown = messages.map((message) => ({
    ...message,
    content: excerptOf(message.content, shownCharacters),
  }));
  const request = { messages: profilePrompt(shown), maxTokens: answerTokens, temperature: 0, signal };
  const facts = readFacts(await askModel(model, request), shown);
  if (facts === null) {
    throw new AppError('bad-response', catalogue.profile.errors.unreadable, { retryable: true });
  }
  return facts.map(({ fact, cited }) => ({
    fact,
    evidence: cited.flatMap((index) => messages.slice(index, index + 1).map(({ id }) => id)),
  }));
}
