import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { isLoopback } from '../../shared/loopback';
import { Button } from '../ui/button';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.models;

/** What a provider is called and where it answers. */
export interface ProviderFields {
  readonly name: string;
  readonly baseUrl: string;
}

interface ProviderFormProps {
  readonly start: ProviderFields;
  readonly onSave: (fields: ProviderFields) => Promise<void>;
  readonly onCancel: () => void;
}

/** Whether main would take it as an address: http or https, without a name or a key in it. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const isBare = username === '' && password === '' && search === '' && hash === '';
  return isBare && (protocol === 'https:' || protocol === 'http:');
}

/** Name and address of a provider. */
export function ProviderForm({ start, onSave, onCancel }: ProviderFormProps) {
  const [name, setName] = useState(start.name);
  const [baseUrl, setBaseUrl] = useState(start.baseUrl);
  const hintId = useId();
  const isGood = isAddress(baseUrl.trim());
  const isPlain = isGood && baseUrl.trim().startsWith('http:') && !isLoopback(baseUrl.trim());
  return (
    <form
      className={models.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood && name.trim() !== '') void onSave({ name: name.trim(), baseUrl: baseUrl.trim() });
      }}
    >
      <label className={models.labelled}>
        <span>{words.name}</span>
        <input
          className={models.field}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className={models.labelled}>
        <span>{words.baseUrl}</span>
        <input
          className={models.field}
          inputMode="url"
          spellCheck={false}
          aria-invalid={baseUrl !== '' && !isGood}
          aria-describedby={hintId}
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.target.value)}
        />
      </label>
      <p id={hintId} className={baseUrl !== '' && !isGood ? models.bad : styles.quiet}>
        {baseUrl !== '' && !isGood ? words.badUrl : isPlain && words.plainHttp}
      </p>
      <span className={models.buttons}>
        <Button isMain type="submit" disabled={!isGood || name.trim() === ''}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </span>
    </form>
  );
}
