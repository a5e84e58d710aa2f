import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import { useSessions } from '../stores/use-stores';
import { PresetsCard } from './presets-card';
import { PromptEditor } from './prompt-editor';
import prompt from './prompts.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.prompts;

interface ScopeChoiceProps {
  readonly isOne: boolean;
  readonly canBeOne: boolean;
  readonly onChoose: (isOne: boolean) => void;
}

function ScopeChoice({ isOne, canBeOne, onChoose }: ScopeChoiceProps) {
  return (
    <fieldset className={prompt.scope}>
      <legend className="visually-hidden">{words.scope}</legend>
      {[false, true].map((one) => (
        <label key={String(one)} className={prompt.choice}>
          <input
            type="radio"
            name="prompt-scope"
            checked={isOne === one}
            disabled={one && !canBeOne}
            onChange={() => onChoose(one)}
          />
          {one ? words.one : words.all}
        </label>
      ))}
    </fieldset>
  );
}

/** What stands first in every context: of all chats, and of the open one. */
export function PromptsTab() {
  const session = useSessions((state) => state.opened);
  const [isOne, setOne] = useState(false);
  const sessionId: SessionId | null = isOne && session !== null ? session.id : null;
  return (
    <div className={styles.cards}>
      <section className={styles.card}>
        <div className={styles.cardHead}>
          <h2 className={styles.cardTitle}>{words.title}</h2>
          <span className={styles.quiet}>{words.hint}</span>
        </div>
        <ScopeChoice isOne={sessionId !== null} canBeOne={session !== null} onChoose={setOne} />
        {session === null && <p className={styles.quiet}>{words.oneNone}</p>}
        <PromptEditor key={sessionId ?? 'all'} sessionId={sessionId} />
      </section>
      <PresetsCard />
    </div>
  );
}
