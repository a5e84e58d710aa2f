import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { LocalServer } from '../../shared/model/provider';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.models;

function Found({ server }: { readonly server: LocalServer }) {
  const chooseServer = useApp((state) => state.chooseServer);
  const [model, setModel] = useState(server.models[0] ?? '');
  return (
    <li className={models.found}>
      <span className={models.providerName}>{server.name}</span>
      <select
        className={models.field}
        aria-label={words.modelOf(server.name)}
        value={model}
        onChange={(event) => setModel(event.target.value)}
      >
        {server.models.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <Button disabled={model === ''} onClick={() => void chooseServer(server, model)}>
        {words.useLocal(model)}
      </Button>
    </li>
  );
}

/** Servers on this computer; looked for only when the button is clicked. */
export function LocalServers() {
  const search = useApp((state) => state.localSearch);
  const lookForServers = useApp((state) => state.lookForServers);
  const isLooking = search.kind === 'looking';
  return (
    <div className={models.form}>
      <span className={models.buttons}>
        <Button aria-busy={isLooking} disabled={isLooking} onClick={() => void lookForServers()}>
          {isLooking ? words.looking : words.findLocal}
        </Button>
      </span>
      {search.kind === 'found' && search.servers.length === 0 && (
        <p className={styles.quiet} role="status">
          {words.noneFound}
        </p>
      )}
      {search.kind === 'found' && (
        <ul>
          {search.servers.map((server) => (
            <Found key={server.baseUrl} server={server} />
          ))}
        </ul>
      )}
    </div>
  );
}
