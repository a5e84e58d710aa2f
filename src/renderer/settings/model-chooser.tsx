import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ModelChoice, ProviderView } from '../../shared/model/provider';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import models from './models.module.css';

const words = catalogue.models;
const none = 'none';
const other = 'other';

interface ModelChooserProps {
  readonly testId: string;
  readonly label: string;
  /** What holds while nothing is chosen. */
  readonly none: string;
  readonly value: ModelChoice | null;
  readonly onChoose: (choice: ModelChoice | null) => void;
}

/** The models to choose from: those the last tests listed, and the one in force. */
function listedModels(providers: readonly ProviderView[], value: ModelChoice | null) {
  return providers.flatMap((provider) => {
    const listed = provider.test?.kind === 'ok' ? provider.test.models : [];
    const own = value?.providerId === provider.id ? [value.model] : [];
    const names = [...new Set([...own, ...listed])].sort();
    return names.length === 0 ? [] : [{ provider, names }];
  });
}

function Other({
  onChoose,
  onClose,
}: Pick<ModelChooserProps, 'onChoose'> & { readonly onClose: () => void }) {
  const providers = useApp((state) => state.providers);
  const [providerId, setProviderId] = useState(providers[0]?.id);
  const [model, setModel] = useState('');
  return (
    <form
      className={models.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (providerId === undefined || model.trim() === '') return;
        onChoose({ providerId, model: model.trim() });
        onClose();
      }}
    >
      <label className={models.labelled}>
        <span>{words.provider}</span>
        <select
          className={models.field}
          value={providerId}
          onChange={(event) => setProviderId(providers.find(({ id }) => id === event.target.value)?.id)}
        >
          {providers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={models.labelled}>
        <span>{words.modelName}</span>
        <input
          className={models.field}
          autoFocus
          spellCheck={false}
          maxLength={200}
          value={model}
          onChange={(event) => setModel(event.target.value)}
        />
      </label>
      <span className={models.buttons}>
        <Button isMain type="submit" disabled={model.trim() === ''}>
          {words.use}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </span>
    </form>
  );
}

/** The choice of a model for one use: from the lists of the servers, or by its name. */
export function ModelChooser({ testId, label, none: noneText, value, onChoose }: ModelChooserProps) {
  const providers = useApp((state) => state.providers);
  const [isOther, setOther] = useState(false);
  const id = useId();
  const groups = listedModels(providers, value);
  const valueOf = (choice: ModelChoice): string => JSON.stringify([choice.providerId, choice.model]);
  const choices = groups.flatMap(({ provider, names }) =>
    names.map((model): ModelChoice => ({ providerId: provider.id, model })),
  );
  return (
    <div className={models.role}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={models.field}
        data-testid={testId}
        value={isOther ? other : value === null ? none : valueOf(value)}
        onChange={(event) => {
          const { value: chosen } = event.target;
          setOther(chosen === other);
          if (chosen === none) onChoose(null);
          else if (chosen !== other) onChoose(choices.find((each) => valueOf(each) === chosen) ?? null);
        }}
      >
        <option value={none}>{noneText}</option>
        {groups.map(({ provider, names }) => (
          <optgroup key={provider.id} label={provider.name}>
            {names.map((model) => (
              <option key={model} value={valueOf({ providerId: provider.id, model })}>
                {model}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={other}>{words.other}</option>
      </select>
      {isOther && <Other onChoose={onChoose} onClose={() => setOther(false)} />}
    </div>
  );
}
