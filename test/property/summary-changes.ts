import { AppError } from '../../src/shared/errors';
import type { ContextSettings } from '../../src/main/memory/ports/recall';
import { commitExtract, foldOnce, type TurnPlace } from '../fakes/whole-turn';
import { manyWords } from './random-words';

/** Something a user, or a low score, does to the summaries of a chat. */
export interface SummaryChange {
  readonly change: string;
  readonly at: number;
  readonly to: number;
  readonly settings: ContextSettings;
}

/** Does it, as far as there is something to do it to; what the engine refuses in words is not done. */
export async function changeSummaries(place: TurnPlace, change: SummaryChange): Promise<void> {
  try {
    await changeOnce(place, change);
  } catch (error) {
    if (!(error instanceof AppError) || !['bad-input', 'conflict'].includes(error.kind)) throw error;
  }
}

async function changeOnce(place: TurnPlace, { change, at, to, settings }: SummaryChange): Promise<void> {
  const { engine, userId, sessionId } = place;
  const where = { userId, sessionId };
  const summaries = await engine.listSummaries(where);
  const current = summaries.find((summary) => summary.current);
  const { messageCount } = await engine.getSession(where);
  switch (change) {
    case 'roll-back': {
      const chosen = summaries[at % (summaries.length + 1)];
      await engine.rollBackSummary({ ...where, summaryId: chosen?.id ?? null });
      return;
    }
    case 'edit':
      if (current === undefined) return;
      await engine.editSummary({ ...where, summaryId: current.id, text: manyWords(20, at), settings });
      return;
    case 'again':
    case 'now':
      await foldOnce(place, settings, { kind: change });
      return;
    case 'range': {
      const ends = [1 + (at % Math.max(1, messageCount)), 1 + (to % Math.max(1, messageCount))];
      await foldOnce(place, settings, { kind: 'range', from: Math.min(...ends), to: Math.max(...ends) });
      return;
    }
    default:
      await judgeLow(place, settings, at);
  }
}

/** Every version that waits for its judge gets a low score; a second try follows, and is judged at random. */
async function judgeLow(place: TurnPlace, settings: ContextSettings, seed: number): Promise<void> {
  const { engine, userId, sessionId } = place;
  const where = { userId, sessionId };
  for (;;) {
    const plan = await engine.planScore({ ...where, seed });
    if (plan !== null) {
      const { score } = await engine.coverSummary({ plan });
      const quality = (seed % 7) / 10;
      await engine.storeScore({ ...where, summaryId: plan.summaryId, quality, score });
      continue;
    }
    const retry = await engine.planRetry({ ...where, settings });
    if (retry === null || !(await commitExtract(place, settings, retry))) return;
  }
}
