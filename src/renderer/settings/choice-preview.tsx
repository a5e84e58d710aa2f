import { catalogue } from '../../shared/catalogue/catalogue';
import type { Strategy } from '../../shared/model/session';
import type { TierName } from '../../shared/tiers';
import { useApp, useSessions } from '../stores/use-stores';
import { previewText } from './preview-text';
import styles from './settings-pane.module.css';

type Choice =
  { readonly kind: 'strategy'; readonly name: Strategy } | { readonly kind: 'tier'; readonly name: TierName };

interface ChoicePreviewProps {
  readonly choice: Choice;
}

/** What a choice would send of the open chat, in one line; nothing while none is open. */
export function ChoicePreview({ choice }: ChoicePreviewProps) {
  const session = useSessions((state) => state.opened);
  const previews = useApp((state) => state.choicePreviews);
  if (session === null || previews === null || previews.sessionId !== session.id) return null;
  const then = choice.kind === 'strategy' ? previews.strategies[choice.name] : previews.tiers[choice.name];
  return (
    <span className={`${styles.choiceHint ?? ''} ${styles.quiet ?? ''}`} data-testid="choice-preview">
      {catalogue.tiers.thisChat(previewText(then, then))}
    </span>
  );
}
