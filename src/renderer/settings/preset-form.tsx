import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { presetLimits, type Preset } from '../../shared/model/preset';
import { knownVariables, variablesOf } from '../../shared/prompt-variables';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import models from './models.module.css';
import prompt from './prompts.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.presets;
const known: ReadonlySet<string> = new Set(knownVariables);

/** The variables of a text the user is asked for. */
function asked(text: string): string {
  const names = variablesOf(text).filter((name) => !known.has(name.toLowerCase()));
  return names.length === 0 ? words.asksNothing : words.asks(names.join(', '));
}

interface PresetFormProps {
  /** Null for a new one. */
  readonly preset: Preset | null;
  readonly onClose: () => void;
}

/** Name and text of a preset. */
export function PresetForm({ preset, onClose }: PresetFormProps) {
  const savePreset = useApp((state) => state.savePreset);
  const [name, setName] = useState(preset?.name ?? '');
  const [text, setText] = useState(preset?.text ?? '');
  const hint = useId();
  const isComplete = name.trim() !== '' && text.trim() !== '';
  const submit = async (): Promise<void> => {
    if (await savePreset({ id: preset?.id ?? null, name: name.trim(), text })) onClose();
  };
  return (
    <form
      className={models.form}
      data-testid="preset-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) void submit();
      }}
    >
      <label className={models.labelled}>
        {words.name}
        <input
          className={models.field}
          autoFocus
          autoComplete="off"
          maxLength={presetLimits.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={models.labelled}>
        {words.text}
        <textarea
          className={prompt.text}
          rows={4}
          maxLength={presetLimits.text}
          aria-describedby={hint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className={styles.quiet} id={hint}>
        {asked(text)}
      </p>
      <div className={models.buttons}>
        <Button isMain type="submit" disabled={!isComplete}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{catalogue.app.cancel}</Button>
      </div>
    </form>
  );
}
