import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { AddProvider } from './add-provider';
import { LocalServers } from './local-servers';
import { ProviderRow } from './provider-row';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.models;

/** Every provider with its key and how its last test went, and the ways to another. */
export function ProvidersCard() {
  const providers = useApp((state) => state.providers);
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.providers}</h2>
        <span className={styles.quiet}>{words.providersHint}</span>
      </div>
      <ul>
        {providers.map((provider) => (
          <ProviderRow key={provider.id} provider={provider} />
        ))}
      </ul>
      {isAdding ? (
        <AddProvider onClose={() => setAdding(false)} />
      ) : (
        <div className={models.buttons}>
          <Button onClick={() => setAdding(true)}>{words.add}</Button>
        </div>
      )}
      <LocalServers />
    </section>
  );
}
