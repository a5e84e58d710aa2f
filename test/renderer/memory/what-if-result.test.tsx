import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { WhatIfResult } from '../../../src/renderer/memory/what-if-result';
import type { ReplayedTurn } from '../../../src/renderer/stores/what-if-slice';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { defaultSettings } from '../../../src/shared/settings';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { sampleId, sessionId } from '../samples';

const words = catalogue.replay.whatIf;

function replayed(number: number, model: string): ReplayedTurn {
  const turnId = sampleId(2, number) as ReplayedTurn['turn']['turnId'];
  return {
    turn: { turnId, sessionId, sessionTitle: 'Trip', turnNumber: number, question: 'Where?', model },
    result: { turnId, tokensBefore: 2_000, tokensAfter: 1_000, sources: 1, lost: [], unsent: 0 },
  };
}

function totalsOf(...models: readonly string[]): string {
  const { stores } = renderWithStores(createFakeBridge({}), <WhatIfResult />);
  act(() => {
    const modelPrices = [{ model: 'priced', prompt: 10, completion: 30 }];
    stores.app.setState({ settings: { ...defaultSettings, modelPrices } });
    const turns = models.map((model, index) => replayed(index + 1, model));
    stores.memory.setState({ replayed: turns, replayTotal: turns.length });
  });
  return screen.getByTestId('what-if-totals').textContent;
}

afterEach(cleanup);

describe('what replayed turns would cost', () => {
  it('is the sum of all where each has a price', () => {
    expect(totalsOf('priced', 'priced')).toMatch(/\(−50 %\)\. \$0\.0200 of prompts instead of \$0\.0400\.$/);
  });

  it('is the sum of those with a price, and says of how many turns none is known', () => {
    expect(totalsOf('priced', 'mystery', 'priced')).toContain(
      `${words.cost('$0.0200', '$0.0400')} The price of 1 of 3 turns is not known.`,
    );
  });

  it('is said to be unknown where no turn has a price', () => {
    const text = totalsOf('mystery', 'mystery');
    expect(text).toContain('No price is known of the model.');
    expect(text).not.toContain('$');
  });
});
