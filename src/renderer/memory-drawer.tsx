import { Close, Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { catalogue } from '../shared/catalogue/catalogue';
import styles from './app.module.css';
import { MemoryPane } from './memory/memory-pane';
import { useApp } from './stores/use-stores';
import { IconButton } from './ui/button';
import { focusPanel } from './ui/focus-panel';
import { joinClasses } from './ui/join-classes';
import { KeyCaps } from './ui/key-caps';

const words = catalogue.memory;

/** The memory pane over the thread, where the window has no room for it beside. */
export function MemoryDrawer() {
  const isOpen = useApp((state) => state.drawer === 'memory');
  const openDrawer = useApp((state) => state.openDrawer);
  return (
    <Root open={isOpen} onOpenChange={(open) => openDrawer(open ? 'memory' : 'none')}>
      <Portal>
        <Overlay className={styles.overlay} />
        <Content
          className={joinClasses(styles.drawer, styles.right)}
          aria-describedby={undefined}
          onOpenAutoFocus={focusPanel}
        >
          <div className={styles.drawerHead}>
            <Title className={styles.drawerTitle}>{words.title}</Title>
            <KeyCaps keys={[catalogue.app.keys.escape]} />
            <Close asChild>
              <IconButton label={words.close}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Close>
          </div>
          <div className={styles.drawerBody}>
            <MemoryPane />
          </div>
        </Content>
      </Portal>
    </Root>
  );
}
