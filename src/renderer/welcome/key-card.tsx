import { KeyRound } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { KeySetup } from '../stores/sessions-first-run-state';
import { useApp, useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { ModelSelect } from './model-select';
import { preferredModel } from './preferred-model';
import { WelcomeCard } from './welcome-card';
import styles from './welcome-card.module.css';

const words = catalogue.welcome.key;

/** Whether main has a key already: one given here, or kept or set in the environment before. */
function useHoldsKey(): boolean {
  const given = useSessions((state) => state.keyState);
  const before = useApp((state) => state.start?.providers.find((each) => each.id === 'openai')?.key);
  return (given ?? before ?? 'none') !== 'none';
}

function KeyForm({ setup }: { readonly setup: Extract<KeySetup, { kind: 'asking' | 'checking' }> }) {
  const checkKey = useSessions((state) => state.checkKey);
  const holdsKey = useHoldsKey();
  const field = useRef<HTMLInputElement>(null);
  const isChecking = setup.kind === 'checking';
  const error = setup.kind === 'asking' ? setup.error : null;

  useEffect(() => {
    if (error !== null) field.current?.focus();
  }, [error]);

  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (field.current === null || isChecking) return;
    const key = field.current.value;
    // The page keeps no key: from here on main alone has it.
    field.current.value = '';
    void checkKey(key.trim() === '' && holdsKey ? null : key);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.steps}>
        <input
          ref={field}
          className={styles.field}
          type="password"
          aria-label={words.field}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          readOnly={isChecking}
        />
        {holdsKey && <p className={styles.hint}>{words.held}</p>}
        {error !== null && <ErrorRow text={error.message} />}
      </div>
      <Button type="submit" isWide aria-busy={isChecking}>
        {isChecking ? words.checking : words.check}
      </Button>
    </form>
  );
}

function KeyModel({ setup }: { readonly setup: Extract<KeySetup, { kind: 'choosing' | 'using' }> }) {
  const { startWithKey } = useNavigation();
  const [model, setModel] = useState(preferredModel(setup.models));
  const select = useRef<HTMLSelectElement>(null);
  const isUsing = setup.kind === 'using';
  // The button that had the focus is gone with the key's field.
  useEffect(() => select.current?.focus(), []);
  return (
    <>
      <div className={styles.steps}>
        <p className={styles.hint} role="status">
          {words.works}
        </p>
        <ModelSelect
          ref={select}
          label={words.model}
          models={setup.models}
          value={model}
          onChange={setModel}
        />
        {setup.error !== null && <ErrorRow text={setup.error.message} />}
      </div>
      <Button isWide aria-busy={isUsing} onClick={() => void startWithKey(model)}>
        {isUsing ? catalogue.welcome.connecting : words.use}
      </Button>
    </>
  );
}

/** The way to a hosted model: a key that is checked at once, then the choice of a model. */
export function KeyCard() {
  const setup = useSessions((state) => state.keySetup);
  const canSave = useApp(
    (state) => state.start?.providers.find((each) => each.id === 'openai')?.canSaveKey ?? true,
  );
  return (
    <WelcomeCard
      icon={<KeyRound size={17} aria-hidden="true" />}
      title={words.title}
      text={canSave ? words.text : words.textWithoutKeychain}
      note={words.note}
      testId="welcome-key"
    >
      {setup.kind === 'asking' || setup.kind === 'checking' ? (
        <KeyForm setup={setup} />
      ) : (
        <KeyModel setup={setup} />
      )}
    </WelcomeCard>
  );
}
