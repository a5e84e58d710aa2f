import { FileDown, Plus } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { EngramMark } from '../ui/engram-mark';
import { ErrorRow } from '../ui/error-row';
import { Skeleton } from '../ui/skeleton';
import { ChatList } from './chat-list';
import styles from './chats-pane.module.css';
import { UserMenu } from '../users/user-menu';
import { ArchiveHead } from './archive-head';
import { ImportStrip } from './import-strip';
import { PaneFoot } from './pane-foot';
import { SearchField } from './search-field';
import { SelectionBar } from './selection-bar';
import { SortMenu } from './sort-menu';

const words = catalogue.chats;

function Body() {
  const phase = useSessions((state) => state.phase);
  if (phase === 'loading') return <Skeleton label={words.label} widths={[30, 80, 60, 70, 30, 65, 75]} />;
  return <ChatList />;
}

/** The left pane: the brand, the search, all chats, and what the program sends out. */
export function ChatsPane() {
  const { newChat } = useNavigation();
  const chooseImport = useSessions((state) => state.chooseImport);
  const error = useSessions((state) => state.error);
  const load = useSessions((state) => state.load);
  return (
    <aside className={styles.pane} aria-label={words.label}>
      <div className={styles.brand}>
        <EngramMark size={20} />
        <span className={styles.name}>{catalogue.app.name}</span>
        <span className={styles.actions}>
          <SortMenu />
          <IconButton label={words.import} onClick={() => void chooseImport()}>
            <FileDown size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={words.newChat} isFramed onClick={() => void newChat()}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <SearchField />
      {error !== null && (
        <div className={styles.problem}>
          <ErrorRow
            text={error.message}
            action={<Button onClick={() => void load()}>{catalogue.app.retry}</Button>}
          />
        </div>
      )}
      <ArchiveHead />
      <Body />
      <SelectionBar />
      <ImportStrip />
      <UserMenu look="row" />
      <PaneFoot />
    </aside>
  );
}
