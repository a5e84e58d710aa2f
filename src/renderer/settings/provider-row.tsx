import { useState } from 'react';
import { assertNever } from '../../shared/assert-never';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ProviderView } from '../../shared/model/provider';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';
import { KeyForm } from './key-form';
import models from './models.module.css';
import { ProviderForm } from './provider-form';
import styles from './settings-pane.module.css';

const words = catalogue.models;

interface ProviderRowProps {
  readonly provider: ProviderView;
}

/** What is known of a provider, in words: how its test went, else whether it has a key. */
function State({ provider }: ProviderRowProps) {
  const isTesting = useApp((state) => state.testing === provider.id);
  const { test, key, isLocal } = provider;
  if (isTesting) return <Tag tone="quiet">{words.testing}</Tag>;
  if (test === null) {
    return <Tag tone="quiet">{key === 'none' && isLocal ? words.localState : words.keyState[key]}</Tag>;
  }
  switch (test.kind) {
    case 'ok':
      return <Tag tone="good">{words.connected(test.ms, test.models.length)}</Tag>;
    case 'failed':
      return <Tag tone="bad">{test.error.kind === 'auth' ? words.refused : words.failed}</Tag>;
    default:
      return assertNever(test);
  }
}

function Actions({
  provider,
  onOpen,
}: ProviderRowProps & { readonly onOpen: (form: 'key' | 'edit') => void }) {
  const testProvider = useApp((state) => state.testProvider);
  const removeKey = useApp((state) => state.removeKey);
  const removeProvider = useApp((state) => state.removeProvider);
  const { id, name, key, test } = provider;
  const isRefused = test?.kind === 'failed' && test.error.kind === 'auth';
  const hasOwnKey = key === 'saved' || key === 'session';
  const keyLabel = hasOwnKey ? words.changeKey : words.addKey;
  return (
    <span className={models.buttons}>
      <Button aria-label={words.testOf(name)} onClick={() => void testProvider(id)}>
        {words.test}
      </Button>
      <Button onClick={() => onOpen('key')}>{isRefused ? words.fixKey : keyLabel}</Button>
      {hasOwnKey && <Button onClick={() => void removeKey(id)}>{words.removeKey}</Button>}
      <Button aria-label={words.editOf(name)} onClick={() => onOpen('edit')}>
        {words.edit}
      </Button>
      {id !== 'openai' && (
        <Button aria-label={words.removeOf(name)} onClick={() => void removeProvider(id)}>
          {words.remove}
        </Button>
      )}
    </span>
  );
}

/** One provider: its state in words, its address, and what can be done with it. */
export function ProviderRow({ provider }: ProviderRowProps) {
  const saveProvider = useApp((state) => state.saveProvider);
  const [form, setForm] = useState<'none' | 'key' | 'edit'>('none');
  const { id, name, baseUrl, test } = provider;
  const close = (): void => setForm('none');
  return (
    <li className={models.provider} data-testid="provider-row" data-provider-id={id}>
      <div className={models.providerHead}>
        <span className={models.providerName}>{name}</span>
        <State provider={provider} />
      </div>
      <p className={styles.quiet}>{baseUrl}</p>
      {test?.kind === 'failed' && (
        <p className={models.bad} role="alert">
          {test.error.message}
        </p>
      )}
      {form === 'none' && <Actions provider={provider} onOpen={setForm} />}
      {form === 'key' && <KeyForm provider={provider} onClose={close} />}
      {form === 'edit' && (
        <ProviderForm
          start={{ name, baseUrl }}
          onCancel={close}
          onSave={async (fields) => {
            if (await saveProvider({ id, ...fields })) close();
          }}
        />
      )}
    </li>
  );
}
