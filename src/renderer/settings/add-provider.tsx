import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import models from './models.module.css';
import { ProviderForm } from './provider-form';

const words = catalogue.models;
type Preset = keyof typeof words.presets;
const presets = Object.keys(words.presets) as readonly Preset[];

interface AddProviderProps {
  readonly onClose: () => void;
}

/** A new provider, from the address of a known kind of server or from scratch. */
export function AddProvider({ onClose }: AddProviderProps) {
  const saveProvider = useApp((state) => state.saveProvider);
  const [preset, setPreset] = useState<Preset>('other');
  const { name, baseUrl } = words.presets[preset];
  return (
    <div className={models.form}>
      <label className={models.labelled}>
        <span>{words.preset}</span>
        <select
          className={models.field}
          value={preset}
          onChange={(event) => {
            const chosen = presets.find((each) => each === event.target.value);
            if (chosen !== undefined) setPreset(chosen);
          }}
        >
          {presets.map((each) => (
            <option key={each} value={each}>
              {words.presets[each].label}
            </option>
          ))}
        </select>
      </label>
      <ProviderForm
        key={preset}
        start={{ name, baseUrl }}
        onCancel={onClose}
        onSave={async (fields) => {
          if (await saveProvider(fields)) onClose();
        }}
      />
    </div>
  );
}
