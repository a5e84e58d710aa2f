import { useDeferredValue } from 'react';
import { catalogue } from '../shared/catalogue/catalogue';
import styles from './app.module.css';
import { MemoryDrawer } from './memory-drawer';
import { MemoryPane } from './memory/memory-pane';
import { useMemory, useSessions } from './stores/use-stores';
import { ThreadPane } from './thread/thread-pane';
import { useIsNarrow } from './ui/use-is-narrow';

/** The open chat with its memory: beside it where there is room, else in a drawer. */
export function ChatPanes() {
  const session = useSessions((state) => (state.opened?.id === state.selectedId ? state.opened : undefined));
  const tab = useMemory((state) => state.tab);
  const isNarrow = useIsNarrow();
  // The thread is drawn, and takes letters, before the memory beside it is.
  const isBeside = useDeferredValue(true, false);
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
          {isBeside && <MemoryPane />}
        </aside>
      )}
    </>
  );
}
