import { Command } from 'cmdk';
import { CornerDownLeft, MessagesSquare, SquareChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { titleOf } from '../sessions/title-of';
import { useNavigation, useSessions, useStores } from '../stores/use-stores';
import { formatDay } from '../ui/formats';
import { KeyCaps } from '../ui/key-caps';
import { useToday } from '../ui/use-today';
import { useCaps } from '../use-bindings';
import { matchingCommands, paletteCommands, type PaletteCommand } from './commands';
import styles from './search-overlay.module.css';

const words = catalogue.search;
/** Chats offered before anything is typed. */
const RECENT = 6;

/** The chats used last, before anything is typed. */
export function RecentItems() {
  const sessions = useSessions((state) => state.sessions);
  const closeSearch = useSessions((state) => state.closeSearch);
  const { openChat } = useNavigation();
  const today = useToday();
  const recent = sessions.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, RECENT);
  if (recent.length === 0) return null;
  return (
    <Command.Group className={styles.group} heading={words.recent}>
      {recent.map((session) => (
        <Command.Item
          key={session.id}
          className={styles.item}
          value={`recent:${session.id}`}
          onSelect={() => {
            closeSearch();
            void openChat(session.id);
          }}
        >
          <MessagesSquare size={14} aria-hidden="true" />
          <span className={styles.itemText}>
            <span className={styles.excerpt}>{titleOf(session)}</span>
          </span>
          <span className={styles.place}>{formatDay(session.updatedAt, today)}</span>
          <CornerDownLeft className={styles.enter} size={14} aria-hidden="true" />
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Caps({ id }: { readonly id: NonNullable<PaletteCommand['shortcut']> }) {
  return <KeyCaps keys={useCaps(id)} />;
}

/** The commands whose names hold the words typed. */
export function CommandItems({ query }: { readonly query: string }) {
  const stores = useStores();
  const navigation = useNavigation();
  const closeSearch = useSessions((state) => state.closeSearch);
  const all = useMemo(() => paletteCommands(stores, navigation), [navigation, stores]);
  const shown = matchingCommands(all, query);
  if (shown.length === 0) return null;
  return (
    <Command.Group className={styles.group} heading={words.commands}>
      {shown.map((command) => (
        <Command.Item
          key={command.id}
          className={styles.item}
          value={`command:${command.id}`}
          data-testid="command"
          onSelect={() => {
            closeSearch();
            void command.run();
          }}
        >
          <SquareChevronRight size={14} aria-hidden="true" />
          <span className={styles.itemText}>
            <span className={styles.excerpt}>{command.name}</span>
          </span>
          {command.shortcut !== undefined && <Caps id={command.shortcut} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
