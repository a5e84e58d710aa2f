import { Server } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { LocalServer } from '../../shared/model/provider';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { Tag } from '../ui/tag';
import { ModelSelect } from './model-select';
import { preferredModel } from './preferred-model';
import { WelcomeCard } from './welcome-card';
import styles from './welcome-card.module.css';

const words = catalogue.welcome.local;

interface FoundServerProps {
  readonly server: LocalServer;
  readonly isUsing: boolean;
}

function FoundServer({ server, isUsing }: FoundServerProps) {
  const { startWithLocal } = useNavigation();
  const [model, setModel] = useState(preferredModel(server.models));
  return (
    <li className={styles.server}>
      <p className={styles.serverName}>
        <span className={styles.host}>
          {server.name}, <code>{new URL(server.baseUrl).host}</code>
        </span>
        <Tag tone="good">{words.running}</Tag>
      </p>
      {server.models.length === 0 ? (
        <p className={styles.hint}>{words.noModels}</p>
      ) : (
        <>
          <ModelSelect
            label={words.model(server.name)}
            models={server.models}
            value={model}
            onChange={setModel}
          />
          <Button isWide aria-busy={isUsing} onClick={() => void startWithLocal(server, model)}>
            <span className={styles.useName}>
              {isUsing ? catalogue.welcome.connecting : words.use(model)}
            </span>
          </Button>
        </>
      )}
    </li>
  );
}

/** What the search found; where it found nothing, where it looked and how a server is started. */
function Result({
  servers,
  isUsing,
}: {
  readonly servers: readonly LocalServer[];
  readonly isUsing: boolean;
}) {
  return (
    <>
      <p className={styles.hint} role="status">
        {servers.length === 0 ? `${words.none} ${words.howTo}` : words.found(servers.length)}
      </p>
      {servers.length > 0 && (
        <ul className={styles.servers}>
          {servers.map((server) => (
            <FoundServer key={server.baseUrl} server={server} isUsing={isUsing} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The way to a model on this computer; nothing is looked for until the button is clicked. */
export function LocalCard() {
  const setup = useSessions((state) => state.localSetup);
  const findLocal = useSessions((state) => state.findLocal);
  const isLooking = setup.kind === 'looking';
  const isFound = setup.kind === 'found' || setup.kind === 'using';
  const error = isLooking ? null : setup.error;
  const look = isFound || error !== null ? words.lookAgain : words.look;
  return (
    <WelcomeCard
      icon={<Server size={17} aria-hidden="true" />}
      title={words.title}
      text={words.text}
      note={words.note}
      testId="welcome-local"
    >
      <div className={styles.steps}>
        {isFound && <Result servers={setup.servers} isUsing={setup.kind === 'using'} />}
        {error !== null && <ErrorRow text={error.message} />}
      </div>
      <Button isWide aria-busy={isLooking} onClick={() => void findLocal()}>
        {isLooking ? words.looking : look}
      </Button>
    </WelcomeCard>
  );
}
