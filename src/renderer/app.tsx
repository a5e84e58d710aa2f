import { Provider as TooltipProvider } from '@radix-ui/react-tooltip';
import { catalogue } from '../shared/catalogue/catalogue';
import styles from './app.module.css';
import { NoticeBar } from './notice-bar';
import { ChatsSide } from './sessions/chats-side';
import { DeletedToast } from './sessions/deleted-toast';
import { ExportDialog } from './sessions/export-dialog';
import { ImportDialog } from './sessions/import-dialog';
import { useApp, useNavigation, useSessions } from './stores/use-stores';
import { MessagesDeletedToast } from './thread/messages-deleted-toast';
import { Button } from './ui/button';
import { ErrorRow } from './ui/error-row';
import { Skeleton } from './ui/skeleton';
import { later } from './ui/later';
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

// What is not needed to list the chats is read while main looks for them, or when it is opened.
const fill = <main className={styles.fill} />;
const ChatPanes = later(async () => (await import('./chat-panes')).ChatPanes, fill);
const SettingsPane = later(async () => (await import('./settings/settings-pane')).SettingsPane, fill);
const SearchOverlay = later(async () => (await import('./search/search-overlay')).SearchOverlay);

/** Reads ahead what the window shows next. */
export const readChatPanes = ChatPanes.read;

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
      {view === 'settings' ? <SettingsPane.Component /> : <ChatPanes.Component />}
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
      <SearchOverlay.Component />
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
