import { Provider as TooltipProvider } from '@radix-ui/react-tooltip';
import { catalogue } from '../shared/catalogue/catalogue';
import styles from './app.module.css';
import { MemoryDrawer } from './memory-drawer';
import { MemoryPane } from './memory/memory-pane';
import { NoticeBar } from './notice-bar';
import { SearchOverlay } from './search/search-overlay';
import { ChatsSide } from './sessions/chats-side';
import { DeletedToast } from './sessions/deleted-toast';
import { ExportDialog } from './sessions/export-dialog';
import { ImportDialog } from './sessions/import-dialog';
import { SettingsPane } from './settings/settings-pane';
import { useApp, useMemory, useNavigation, useSessions } from './stores/use-stores';
import { MessagesDeletedToast } from './thread/messages-deleted-toast';
import { ThreadPane } from './thread/thread-pane';
import { Button } from './ui/button';
import { ErrorRow } from './ui/error-row';
import { Skeleton } from './ui/skeleton';
import { useIsNarrow } from './ui/use-is-narrow';
import { useInputKind } from './use-input-kind';
import { useMenuCommands } from './use-menu-commands';
import { useShortcuts } from './use-shortcuts';
import { CaseDialog } from './memory/case-dialog';
import { FactDeletedToast } from './memory/fact-deleted-toast';
import { PresetDeletedToast } from './settings/preset-deleted-toast';
import { UserDeletedToast } from './users/user-deleted-toast';
import { useTheme } from './use-theme';
import { useWindowTitle } from './use-window-title';
import { WelcomePane } from './welcome/welcome-pane';

const words = catalogue.app;

function StartFailed({ text }: { readonly text: string }) {
  const { begin } = useNavigation();
  return (
    <main className={styles.fill}>
      <div className={styles.problem}>
        <ErrorRow
          text={`${words.startFailed}. ${text}`}
          action={<Button onClick={() => void begin()}>{words.tryAgain}</Button>}
        />
      </div>
    </main>
  );
}

/** The open chat with its memory: beside it where there is room, else in a drawer. */
function ChatPanes() {
  const session = useSessions((state) => (state.opened?.id === state.selectedId ? state.opened : undefined));
  const tab = useMemory((state) => state.tab);
  const isNarrow = useIsNarrow();
  if (session === undefined) return <main className={styles.fill} />;
  if (tab === 'health' && !isNarrow) {
    return (
      <main className={styles.whole} aria-label={catalogue.memory.title}>
        <MemoryPane isWide />
      </main>
    );
  }
  return (
    <>
      <ThreadPane session={session} />
      {isNarrow ? (
        <MemoryDrawer />
      ) : (
        <aside className={styles.memory} data-tab={tab} aria-label={catalogue.memory.title}>
          <MemoryPane />
        </aside>
      )}
    </>
  );
}

function Panes() {
  const startError = useApp((state) => state.startError);
  const isStarted = useApp((state) => state.start !== null);
  const view = useApp((state) => state.view);
  const phase = useSessions((state) => state.phase);
  const hasChats = useSessions((state) => state.sessions.length > 0 || state.isArchive);
  if (startError !== null) return <StartFailed text={startError.message} />;
  if (!isStarted || phase === 'loading') {
    return (
      <main className={styles.fill}>
        <Skeleton label={words.starting} widths={[100]} />
      </main>
    );
  }
  const isWelcome = phase === 'ready' && !hasChats;
  if (isWelcome && view === 'chats') return <WelcomePane />;
  return (
    <>
      <ChatsSide />
      {view === 'settings' ? <SettingsPane /> : <ChatPanes />}
    </>
  );
}

/** The whole window. */
export function App() {
  useTheme();
  useWindowTitle();
  useInputKind();
  useShortcuts();
  useMenuCommands();
  return (
    <TooltipProvider delayDuration={400} skipDelayDuration={200}>
      <div className={styles.window}>
        <NoticeBar />
        <div className={styles.panes}>
          <Panes />
        </div>
      </div>
      <SearchOverlay />
      <ImportDialog />
      <ExportDialog />
      <CaseDialog />
      <DeletedToast />
      <UserDeletedToast />
      <MessagesDeletedToast />
      <PresetDeletedToast />
      <FactDeletedToast />
    </TooltipProvider>
  );
}
