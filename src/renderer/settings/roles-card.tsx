import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { EmbeddingConfirm } from './embedding-confirm';
import { ModelChooser } from './model-chooser';
import models from './models.module.css';
import styles from './settings-pane.module.css';
import { formatFixed } from '../ui/formats';

const words = catalogue.models;

function Temperature() {
  const temperature = useApp((state) => state.settings?.temperature ?? 0.7);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <div className={models.role}>
      <label htmlFor={id}>{words.temperature}</label>
      <span className={models.slider}>
        <input
          id={id}
          type="range"
          min={0}
          max={2}
          step={0.1}
          value={temperature}
          onChange={(event) => void changeSettings({ temperature: Number(event.target.value) })}
        />
        <output htmlFor={id}>{formatFixed(temperature, 1)}</output>
      </span>
      <p className={styles.quiet}>
        {words.temperatureHint} {words.replyLimit}
      </p>
    </div>
  );
}

/** Which model answers, which summarises, which embeds, and how freely. */
export function RolesCard() {
  const settings = useApp((state) => state.settings);
  const changeSettings = useApp((state) => state.changeSettings);
  const planEmbedding = useApp((state) => state.planEmbedding);
  if (settings === null) return null;
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.roles}</h2>
        <span className={styles.quiet}>{words.rolesHint}</span>
      </div>
      <ModelChooser
        testId="answers-model"
        label={words.answers}
        none={words.offline}
        value={settings.chatModel}
        onChoose={(chatModel) => void changeSettings({ chatModel })}
      />
      <ModelChooser
        testId="summaries-model"
        label={words.summaries}
        none={words.sameAsAnswers}
        value={settings.summariserModel}
        onChoose={(summariserModel) => void changeSettings({ summariserModel })}
      />
      <ModelChooser
        testId="judge-model"
        label={words.judge}
        none={words.sameAsAnswers}
        value={settings.judgeModel}
        onChoose={(judgeModel) => void changeSettings({ judgeModel })}
      />
      <ModelChooser
        testId="embeddings-model"
        label={words.embeddings}
        none={words.builtIn}
        value={settings.embeddingModel}
        onChoose={(choice) => void planEmbedding(choice)}
      />
      <EmbeddingConfirm />
      <Temperature />
    </section>
  );
}
