import { catalogue } from '../../shared/catalogue/catalogue';
import type { SummaryScore } from '../../shared/model/summary';
import { speakerOf } from '../memory/context/templates';
import type { ChatModel } from '../memory/ports/chat-model';
import type { ScorePlan } from '../memory/ports/summary-store';
import { judgePrompt } from '../memory/quality/judge-prompt';
import { readJudgement } from '../memory/quality/read-judgement';
import { excerptOf } from '../memory/text/excerpt-of';
import { askModel } from './ask-model';
import type { JobHandler } from './job-handler';
import { ofModel } from './of-model';
import type { SummariseOptions } from './summarise-job';
import { writeSummary, type ModelFor } from './write-summary';

/** What the job needs. */
export interface ScoreOptions extends SummariseOptions {
  readonly judge: ModelFor;
  /** In [0, 1). */
  readonly random: () => number;
}

interface Scored {
  readonly quality: number | null;
  readonly score: SummaryScore;
}

/** Tokens a judge may answer with. */
const answerTokens = 600;
/** Characters of a drawn message that are shown to a judge. */
const shownCharacters = 8_000;

/**
 * Judges every version of a session that waits for it, each against three messages of what it folded. A version in
 * force whose quality is too low is written once more, with what it lacks, and that try is judged too; the better of
 * the two stays in force. Each step is stored, so that a kill repeats at most one.
 */
export function createScoreJob(options: ScoreOptions): JobHandler {
  const { store, onChanged } = options;
  return async ({ userId, sessionId }, signal) => {
    const where = { userId, sessionId };
    for (;;) {
      signal.throwIfAborted();
      const seed = Math.floor(options.random() * 2 ** 31);
      const plan = await store.planScore({ ...where, seed });
      if (plan !== null) {
        const scored = await judge(options.store, options.judge(where), plan, signal);
        await store.storeScore({ ...where, summaryId: plan.summaryId, ...scored });
        onChanged(sessionId);
        continue;
      }
      const settings = await options.settingsFor(userId, sessionId);
      const retry = await store.planRetry({ ...where, settings });
      if (retry === null) return;
      if ((await writeSummary(options, { userId, plan: retry, settings, signal })) === null) return;
    }
  };
}

async function judge(
  store: ScoreOptions['store'],
  model: ChatModel,
  plan: ScorePlan,
  signal: AbortSignal,
): Promise<Scored> {
  const drawn = plan.drawn.map(({ id, position }) => ({ id, position }));
  const about = { judge: model.name, seed: plan.seed, drawn };
  if (drawn.length === 0) return unscored(about, catalogue.summaries.nothingDrawn);
  if (model.kind === 'offline') return store.coverSummary({ plan });
  const shown = plan.drawn.map((message) => ({
    speaker: speakerOf(message),
    content: excerptOf(message.content, shownCharacters),
  }));
  const messages = judgePrompt(plan.text, shown);
  const request = { messages, maxTokens: answerTokens, temperature: 0, signal };
  const text = await ofModel(() => askModel(model, request));
  const judgement = readJudgement(text);
  if (judgement === null) return unscored(about, catalogue.summaries.unreadable);
  const { score: quality, ...reasons } = judgement;
  return { quality, score: { kind: 'scored', ...about, ...reasons, details: null } };
}

function unscored(about: Pick<SummaryScore, 'judge' | 'seed' | 'drawn'>, reason: string): Scored {
  return { quality: null, score: { kind: 'unscored', ...about, reason } };
}
