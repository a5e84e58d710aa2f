import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { recallWays, type RecallWay } from '../../shared/model/replay';
import type { Strategy } from '../../shared/model/session';
import { tierNames, tiers, type TierName } from '../../shared/tiers';
import { useApp, useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import { HealthCard } from './health-card';
import own from './health-replay.module.css';
import pane from './memory-pane.module.css';
import { WhatIfChoice } from './what-if-choice';
import { WhatIfResult } from './what-if-result';

const words = catalogue.replay.whatIf;
const strategies = Object.keys(catalogue.budgets.strategy) as readonly Strategy[];
const turnCounts = [20, 50, 200] as const;

/** What was chosen; `now` stands for the settings in force. */
interface Choice {
  readonly window: TierName | 'now';
  readonly strategy: Strategy | 'now';
  readonly recall: RecallWay;
  readonly of: 'chat' | 'all';
  readonly turns: string;
}

const first: Choice = { window: 'now', strategy: 'buffer', recall: 'now', of: 'chat', turns: '20' };

function useReplay(choice: Choice): (() => void) | null {
  const settings = useApp((state) => state.settings);
  const sessionId = useMemory((state) => state.sessionId);
  const replay = useMemory((state) => state.replay);
  if (settings === null) return null;
  return () =>
    void replay({
      sessionId: choice.of === 'all' ? null : sessionId,
      limit: Number(choice.turns),
      budgets: choice.window === 'now' ? null : { ...settings.budgets, ...tiers[choice.window].budgets },
      strategy: choice.strategy === 'now' ? null : choice.strategy,
      recallBy: choice.recall,
    });
}

interface ChoicesProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Choices({ choice, onChange }: ChoicesProps) {
  const settings = useApp((state) => state.settings);
  const names = catalogue.budgets.strategy;
  // The bundled embedder is in use already where no other is chosen.
  const usesOther = settings !== null && settings.embeddingModel !== null;
  const ways = recallWays.filter((way) => way !== 'bundled' || usesOther);
  const windowNow = words.windowNow(formatCount(settings?.budgets.maxContextTokens ?? 0));
  const windowOf = (tier: TierName): string =>
    words.windowOf(catalogue.tiers.name[tier], formatCount(tiers[tier].budgets.maxContextTokens));
  const set = <Key extends keyof Choice>(key: Key, value: Choice[Key]): void =>
    onChange({ ...choice, [key]: value });
  return (
    <div className={own.choices}>
      <WhatIfChoice
        label={words.window}
        value={choice.window}
        options={[['now', windowNow] as const, ...tierNames.map((tier) => [tier, windowOf(tier)] as const)]}
        onChange={(value) => set('window', value)}
      />
      <WhatIfChoice
        label={words.strategy}
        value={choice.strategy}
        options={[
          ['now', words.strategyNow] as const,
          ...strategies.map((strategy) => [strategy, names[strategy][0]] as const),
        ]}
        onChange={(value) => set('strategy', value)}
      />
      <WhatIfChoice
        label={words.recall}
        value={choice.recall}
        options={ways.map((way) => [way, words.recallBy[way]] as const)}
        onChange={(value) => set('recall', value)}
      />
      <WhatIfChoice
        label={words.of}
        value={choice.of}
        options={[['chat', words.thisChat] as const, ['all', words.allChats] as const]}
        onChange={(value) => set('of', value)}
      />
      <WhatIfChoice
        label={words.turns}
        value={choice.turns}
        options={turnCounts.map((count) => [String(count), String(count)] as const)}
        onChange={(value) => set('turns', value)}
      />
    </div>
  );
}

/** Past turns replayed under other settings, without a model. */
export function HealthWhatIf() {
  const [choice, setChoice] = useState(first);
  const isReplaying = useMemory((state) => state.isReplaying);
  const error = useMemory((state) => state.replayError);
  const stop = useMemory((state) => state.stopReplay);
  const replay = useReplay(choice);
  return (
    <HealthCard
      title={words.title}
      place="whatIfPlace"
      note={
        <Button disabled={replay === null} onClick={isReplaying ? stop : (replay ?? undefined)}>
          {isReplaying ? words.stop : words.run}
        </Button>
      }
    >
      <p className={pane.quiet}>{words.hint}</p>
      <Choices choice={choice} onChange={setChoice} />
      {error !== null && <ErrorRow text={`${words.failed} ${error.message}`} />}
      <WhatIfResult />
    </HealthCard>
  );
}
