import { Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { catalogue } from '../../shared/catalogue/catalogue';
import app from '../app.module.css';
import { useApp } from '../stores/use-stores';
import { focusPanel } from '../ui/focus-panel';
import { joinClasses } from '../ui/join-classes';
import { useIsNarrow } from '../ui/use-is-narrow';
import { ChatsPane } from './chats-pane';
import { ChatsRail } from './chats-rail';
import { DeleteDialog } from './delete-dialog';

/** The whole pane, or the rail with the pane in a drawer where the window is narrow. */
function PaneOrRail() {
  const isNarrow = useIsNarrow();
  const isRail = useApp((state) => state.isRail);
  const isOpen = useApp((state) => state.drawer === 'chats');
  const openDrawer = useApp((state) => state.openDrawer);
  const toggleRail = useApp((state) => state.toggleRail);
  if (!isNarrow && !isRail) return <ChatsPane />;
  const expand = (): void => {
    if (isNarrow) openDrawer('chats');
    else toggleRail();
  };
  return (
    <>
      <ChatsRail onExpand={expand} />
      <Root open={isNarrow && isOpen} onOpenChange={(open) => openDrawer(open ? 'chats' : 'none')}>
        <Portal>
          <Overlay className={app.overlay} />
          <Content
            className={joinClasses(app.drawer, app.left)}
            aria-describedby={undefined}
            onOpenAutoFocus={focusPanel}
          >
            <Title className="visually-hidden">{catalogue.chats.label}</Title>
            <ChatsPane />
          </Content>
        </Portal>
      </Root>
    </>
  );
}

/** The left side: all chats, and the question before one of them is lost. */
export function ChatsSide() {
  return (
    <>
      <PaneOrRail />
      <DeleteDialog />
    </>
  );
}
