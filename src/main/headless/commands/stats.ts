import { headless as words } from '../../../shared/catalogue/en/headless';
import { calendarDay } from '../../../shared/calendar-day';
import { textOf, type Command, type Given } from '../command';
import { openReader, userNamed } from '../open-reader';

async function run(given: Given): Promise<void> {
  const reader = await openReader(given, userNamed(textOf(given, 'user')));
  const { engine, user } = reader;
  const userId = user.id;
  try {
    const storage = await engine.readStorage({ userId });
    const health = await engine.readHealth({ userId, sessionId: null, turns: 100 });
    const { users } = await engine.listUsers({});
    const settings = await engine.readSettings({});
    const spent = await engine.readSpending({ month: calendarDay(Date.now()).slice(0, 7) });
    const stats = {
      dataFolder: given.dataFolder,
      user: user.name,
      users: users.length,
      chats: storage.sessions,
      messages: storage.messages,
      bytes: storage.bytes,
      model: settings.chatModel?.model ?? null,
      embeddingModel: settings.embeddingModel?.model ?? null,
      strategy: settings.strategy,
      maxContextTokens: settings.budgets.maxContextTokens,
      steps: health.steps.map(({ step, runs, p50, p95, p99 }) => ({ step, runs, p50, p95, p99 })),
      costMicrocentsThisMonth: spent.microcents,
      unpricedCallsThisMonth: spent.unpricedCalls,
      comparison: health.comparison,
    };
    for (const [name, value] of Object.entries(stats)) {
      if (typeof value === 'object' && value !== null) continue;
      given.output.say(`${name.padEnd(24)} ${String(value ?? '–')}`);
    }
    for (const { step, runs, p50, p95 } of stats.steps) {
      const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ms`);
      given.output.say(`${step.padEnd(24)} ${String(runs)} × p50 ${ms(p50)} · p95 ${ms(p95)}`);
    }
    given.output.result(stats);
  } finally {
    await reader.close();
  }
}

/** Tells what the memory holds. */
export const statsCommand: Command = {
  name: 'stats',
  usage: 'stats [--user NAME]',
  about: words.about.stats,
  options: { user: { type: 'string' } },
  takes: (positionals) => positionals === 0,
  run,
};
