import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HealthTab } from '../../../src/renderer/memory/health-tab';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { JobView } from '../../../src/shared/contract/calls/memory-calls';
import { timedSteps, type HealthReport, type TurnTokens } from '../../../src/shared/model/health';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleId, sessionId } from '../samples';

const words = catalogue.health;

function turn(number: number, change: Partial<TurnTokens> = {}): TurnTokens {
  return {
    turnId: sampleId(2, number) as TurnTokens['turnId'],
    sessionId,
    turnNumber: number,
    at: number,
    model: 'gpt-4o',
    parts: { system: 50, buffer: 1_000 },
    windowTokens: 8_000,
    reserveTokens: 1_000,
    estimated: 1_053,
    reportedPrompt: null,
    reportedCompletion: null,
    everything: 1_053,
    summaryVersion: null,
    ...change,
  };
}

const report: HealthReport = {
  turns: [
    turn(1),
    turn(2, {
      estimated: 2_000,
      everything: 7_500,
      reportedPrompt: 1_900,
      reportedCompletion: 80,
      summaryVersion: 1,
    }),
  ],
  steps: timedSteps.map((step) => {
    const runs = { embed: 33, summarise: 4 }[step as string] ?? 0;
    const recent = Array.from({ length: runs }, (_, index) => 5 + (index % 3));
    const tail = runs >= 20 ? { p95: 7, p99: 7 } : { p95: null, p99: null };
    return { step, runs, recent, p50: runs === 0 ? null : 6.4, ...tail };
  }),
  stepDays: [{ day: '2026-03-02', step: 'embed', runs: 33, p50: 6.4, p95: 7, p99: null }],
  costs: [
    {
      model: 'gpt-4o',
      isBackground: false,
      calls: 2,
      promptTokens: 3_053,
      completionTokens: 90,
      estimatedCalls: 0,
      microcents: 853_250,
      isLocal: false,
    },
    {
      model: 'mystery',
      isBackground: true,
      calls: 1,
      promptTokens: 500,
      completionTokens: 100,
      estimatedCalls: 1,
      microcents: null,
      isLocal: false,
    },
  ],
  days: [
    {
      day: '2026-03-02',
      calls: 3,
      tokens: 3_743,
      turnMicrocents: 853_250,
      backgroundMicrocents: 0,
      unpricedCalls: 1,
    },
  ],
  comparison: {
    turns: 2,
    everythingTokens: 8_553,
    engramTokens: 3_653,
    backgroundTokens: 600,
    everythingMicrocents: 2_138_250,
    engramMicrocents: null,
    promptPrice: 2.5,
  },
};

const job = (id: number, change: Partial<JobView>): JobView => ({
  id: sampleId(4, id),
  kind: 'embed',
  state: 'waiting',
  attempts: 0,
  lastError: null,
  sessionTitle: 'Ferries',
  progress: null,
  runAfter: new Date(2026, 2, 2, 10, 32).getTime(),
  finishedAt: null,
  ...change,
});

async function renderHealth(jobs: readonly JobView[] = [], health: HealthReport = report) {
  let paused = false;
  const bridge = createFakeBridge({
    'memory.jobs': () => jobs,
    'memory.jobsState': () => ({ paused, counts: { running: 0, waiting: jobs.length, dead: 0 } }),
    'memory.pauseJobs': (input) => {
      paused = input.paused;
      return null;
    },
    'memory.retryJob': () => null,
    'health.report': () => health,
    'health.storage': () => ({ bytes: 5_200_000, kinds: null, messages: 946, sessions: 7 }),
  });
  const view = renderWithStores(bridge, <HealthTab />);
  await screen.findByRole('region', { name: words.storage });
  return { ...view, bridge };
}

const card = (name: string) => within(screen.getByRole('region', { name }));

afterEach(cleanup);

describe('the Health tab', () => {
  it('shows tails only where there are runs enough, and says so where there are not', async () => {
    await renderHealth();
    const steps = card(words.steps).getAllByRole('listitem');
    expect(steps[0]!.textContent).toBe('Embed the questionp506.4 msp957.0 msp997.0 ms');
    expect(steps.at(-1)!.textContent).toBe(`Summarisep506.4 msp95, p99${words.tooFew(4)}`);
    expect(steps[1]!.textContent).toBe(`Vector searchp50${words.noRuns}`);
  });

  it('never counts an unknown price as 0', async () => {
    await renderHealth();
    const costs = card(words.costs).getAllByRole('row');
    expect(costs[1]!.textContent).toContain('$0.0085');
    expect(costs[2]!.textContent).toContain(words.unknownPrice);
    expect(card(words.days).getByText(words.unpriced(1))).toBeTruthy();
    expect(card(words.compare).getByText(words.unknownPrice)).toBeTruthy();
    expect(card(words.compare).getByText(words.pricedAt('$2.50'))).toBeTruthy();
  });

  it('says that a model ran on this computer only of one that did, not of any that costs nothing', async () => {
    const free = { ...report.costs[0]!, microcents: 0 };
    await renderHealth([], { ...report, costs: [free, { ...free, model: 'llama3', isLocal: true }] });
    const prices = card(words.costs)
      .getAllByRole('row')
      .map((row) => row.lastElementChild!.textContent);
    expect(prices).toEqual([words.cost, '$0', words.free]);
  });

  it('says from where on it pays and from where on everything would no longer fit', async () => {
    await renderHealth();
    const compare = screen.getByRole('region', { name: words.compare });
    expect(compare.textContent).toContain(words.smallerFrom('2'));
    expect(compare.textContent).toContain(words.stopsFitting('2'));
    expect(compare.textContent).toContain(words.less('73'));
  });

  it('has every chart as a table too', async () => {
    await renderHealth();
    const title = words.tokens(2);
    expect(card(title).getByRole('img').getAttribute('aria-label')).toContain(title);
    fireEvent.click(card(title).getByRole('button', { name: `${words.asTable}: ${title}` }));
    const rows = card(title).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'TurnSystem promptBufferSentReportedKept for the replyReply, reported',
      '2501,0002,0001,9001,00080',
      `1501,0001,053${words.notReported}1,000${words.notReported}`,
      `${words.average}501,0001,5271,9001,00080`,
    ]);
  });

  it('averages what was reported over the turns that reported it, and says where none did', async () => {
    const averages = async (turns: readonly TurnTokens[]) => {
      await renderHealth([], { ...report, turns });
      const title = words.tokens(turns.length);
      fireEvent.click(card(title).getByRole('button', { name: `${words.asTable}: ${title}` }));
      const cells = card(title).getAllByRole('row').at(-1)!.querySelectorAll('td');
      cleanup();
      return [...cells].slice(-4).map(({ textContent }) => textContent);
    };
    const reporting = { reportedPrompt: 900, reportedCompletion: 30 };
    const none = words.notReported;
    expect(await averages([turn(1), turn(2)])).toEqual(['1,053', none, '1,000', none]);
    expect(
      await averages([turn(1), turn(2, reporting), turn(3, { ...reporting, reportedPrompt: 1_100 })]),
    ).toEqual(['1,053', '1,000', '1,000', '30']);
  });

  it('asks for all chats, and for more turns, when told to', async () => {
    const { bridge, stores } = await renderHealth();
    stores.memory.getState().setHealthScope('all');
    stores.memory.getState().setHealthTurns(1_000);
    expect(bridge.calls.filter(({ name }) => name === 'health.report').at(-1)?.input).toEqual({
      sessionId: null,
      turns: 1_000,
    });
  });

  it('shows how far work is, what it waits for and what failed, and tries that again', async () => {
    const { bridge } = await renderHealth([
      job(1, { state: 'running', progress: { done: 241, total: 388 } }),
      job(2, { state: 'dead', attempts: 3, lastError: 'The server closed the connection.' }),
      job(3, { lastError: 'The server asked for a pause.' }),
      job(4, { state: 'done', finishedAt: 1 }),
    ]);
    const jobs = card(catalogue.memory.jobs);
    expect(jobs.getByText(words.progress('241', '388'))).toBeTruthy();
    expect(jobs.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('62');
    expect(jobs.getByText('The server closed the connection. Tried 3 times.')).toBeTruthy();
    expect(jobs.getByText('The server asked for a pause. Waits until 10:32')).toBeTruthy();
    fireEvent.click(jobs.getByRole('button', { name: /Retry/ }));
    expect(bridge.calls.at(-1)).toEqual({ name: 'memory.retryJob', input: { jobId: sampleId(4, 2) } });
  });

  it('pauses background work, says so, and lets it go on', async () => {
    const { stores } = await renderHealth([job(1, {})]);
    await act(() => stores.memory.getState().loadJobs());
    const jobs = card(catalogue.memory.jobs);
    fireEvent.click(jobs.getByRole('button', { name: catalogue.memory.pauseJobs }));
    expect((await jobs.findByRole('status')).textContent).toBe(catalogue.memory.jobsPausedHint);
    expect(jobs.getByText(catalogue.memory.jobsPaused)).toBeTruthy();
    fireEvent.click(jobs.getByRole('button', { name: catalogue.memory.continueJobs }));
    expect(await jobs.findByRole('button', { name: catalogue.memory.pauseJobs })).toBeTruthy();
    expect(jobs.queryByText(catalogue.memory.jobsPaused)).toBeNull();
  });
});
