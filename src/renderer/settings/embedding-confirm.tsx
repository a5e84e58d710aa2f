import { catalogue } from '../../shared/catalogue/catalogue';
import { isLoopback } from '../../shared/loopback';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import models from './models.module.css';

const words = catalogue.models;

/** What another embedding model would take, before anything is sent to it. */
export function EmbeddingConfirm() {
  const change = useApp((state) => state.embeddingChange);
  const providers = useApp((state) => state.providers);
  const confirmEmbedding = useApp((state) => state.confirmEmbedding);
  const cancelEmbedding = useApp((state) => state.cancelEmbedding);
  if (change.kind === 'none') return null;
  if (change.kind !== 'planned') {
    return (
      <p className={models.notice} role="status">
        {words.planning}
      </p>
    );
  }
  const { choice, plan } = change;
  const address = providers.find(({ id }) => id === choice.providerId)?.baseUrl ?? '';
  const count = formatCount(plan.messages);
  const host = URL.canParse(address) ? new URL(address).host : '';
  const text = isLoopback(address)
    ? words.planHere(count)
    : words.plan(count, formatCount(plan.tokens), host);
  return (
    <div className={models.notice} role="status" data-testid="embedding-plan">
      <p>
        <strong>{choice.model}</strong>: {text}
      </p>
      <span className={models.buttons}>
        <Button isMain onClick={() => void confirmEmbedding()}>
          {words.embedWith}
        </Button>
        <Button onClick={cancelEmbedding}>{words.cancel}</Button>
      </span>
    </div>
  );
}
