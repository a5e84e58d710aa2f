import { useEffect } from 'react';
import { catalogue } from '../shared/catalogue/catalogue';
import { titleOf } from './sessions/title-of';
import { useSessions } from './stores/use-stores';

/** Names the window after its chat, so that several can be told apart; a temporary chat's title stays within. */
export function useWindowTitle(): void {
  const title = useSessions(({ opened }) => {
    if (opened === null) return null;
    return opened.temporary ? catalogue.chats.temporaryChat : titleOf(opened);
  });
  useEffect(() => {
    const { name } = catalogue.app;
    document.title = title === null ? name : `${title} – ${name}`;
  }, [title]);
}
