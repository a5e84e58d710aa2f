import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Preset } from '../../shared/model/preset';
import { useApp } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import models from './models.module.css';
import { PresetForm } from './preset-form';
import prompt from './prompts.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.presets;

interface PresetRowProps {
  readonly preset: Preset;
  readonly onEdit: () => void;
}

function PresetRow({ preset, onEdit }: PresetRowProps) {
  const deletePreset = useApp((state) => state.deletePreset);
  return (
    <div className={prompt.preset} data-testid="preset-row">
      <span className={prompt.presetName}>{preset.name}</span>
      <span className={prompt.words}>{preset.text}</span>
      <IconButton label={words.edit(preset.name)} onClick={onEdit}>
        <Pencil size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.delete(preset.name)} onClick={() => void deletePreset(preset)}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function NoPresets() {
  const addExamples = useApp((state) => state.addExamplePresets);
  return (
    <p className={styles.quiet}>
      {words.none} <Button onClick={() => void addExamples()}>{words.addExamples}</Button>
    </p>
  );
}

/** Texts kept for use again: add, edit, delete. */
export function PresetsCard() {
  const presets = useApp((state) => state.presets);
  const error = useApp((state) => state.presetsError);
  const loadPresets = useApp((state) => state.loadPresets);
  /** Which one is being edited; `new` for one to be added. */
  const [editing, setEditing] = useState<string | null>(null);
  useEffect(() => void loadPresets(), [loadPresets]);
  const close = (): void => setEditing(null);
  return (
    <section className={styles.card} aria-label={words.title} data-testid="presets">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      <p className={styles.quiet}>{words.variables}</p>
      {error !== null && (
        <ErrorRow text={presets === null ? `${words.failed} ${error.message}` : error.message} />
      )}
      <ul className={prompt.presets}>
        {presets?.map((preset) => (
          <li key={preset.id}>
            {editing === preset.id ? (
              <PresetForm preset={preset} onClose={close} />
            ) : (
              <PresetRow preset={preset} onEdit={() => setEditing(preset.id)} />
            )}
          </li>
        ))}
      </ul>
      {presets?.length === 0 && editing === null && <NoPresets />}
      {editing === 'new' ? (
        <PresetForm preset={null} onClose={close} />
      ) : (
        <div className={models.buttons}>
          <Button onClick={() => setEditing('new')}>
            <Plus size={14} aria-hidden="true" />
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}
