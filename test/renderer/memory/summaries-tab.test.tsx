import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SummariesTab } from '../../../src/renderer/memory/summaries-tab';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { StoppedWork, SummaryState } from '../../../src/shared/model/summary';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sessionId } from '../samples';

const words = catalogue.summaries;

const stoppedWork = (jobId: string, message: string): StoppedWork => ({ jobId, message, attempts: 1 });

async function renderTab(state: Partial<SummaryState>) {
  const bridge = createFakeBridge({
    'memory.summaries': () => [],
    'summaries.read': () => ({
      summaries: [],
      summarises: true,
      bufferTokens: 0,
      bufferLimit: 4_000,
      compaction: null,
      stopped: null,
      stoppedScore: null,
      ...state,
    }),
    'memory.retryJob': () => null,
  });
  const view = renderWithStores(bridge, <SummariesTab />);
  await act(async () => {
    view.stores.memory.setState({ sessionId, tab: 'summaries' });
    await view.stores.memory.getState().loadSummaries();
  });
  return { ...view, bridge };
}

afterEach(cleanup);

describe('the Summaries tab', () => {
  it('says which of the two stopped, the summariser or the judge, and tries just that again', async () => {
    const { bridge } = await renderTab({
      stopped: stoppedWork('summarise-job', 'No answer.'),
      stoppedScore: stoppedWork('score-job', 'Model not known.'),
    });
    const [summariser, judge] = screen.getAllByRole('alert');
    expect(summariser!.textContent).toContain(words.stopped('No answer.', 1));
    expect(judge!.textContent).toContain(words.stoppedScore('Model not known.', 1));
    const retried = () => bridge.calls.filter(({ name }) => name === 'memory.retryJob');
    await act(async () => {
      fireEvent.click(within(judge!).getByRole('button', { name: words.retry }));
    });
    expect(retried().map(({ input }) => input)).toEqual([{ jobId: 'score-job' }]);
    await act(async () => {
      fireEvent.click(within(summariser!).getByRole('button', { name: words.retry }));
    });
    expect(retried().map(({ input }) => input)).toEqual([{ jobId: 'score-job' }, { jobId: 'summarise-job' }]);
  });

  it('says nothing of either while both go on', async () => {
    await renderTab({});
    expect(screen.queryAllByRole('alert')).toEqual([]);
  });
});
