import { Content, Item, Portal, Root, Separator, Trigger } from '@radix-ui/react-dropdown-menu';
import {
  BrainCircuit,
  Copy,
  Ellipsis,
  Eye,
  EyeOff,
  GitFork,
  Pencil,
  Pin,
  PinOff,
  RefreshCw,
  Trash2,
  UserRound,
} from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { questionBefore } from '../stores/question-before';
import { useNavigation, useSessions, useStores, useThread } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import { joinClasses } from '../ui/join-classes';
import menu from '../ui/menu.module.css';
import { isNarrowNow } from '../ui/use-is-narrow';
import { copyText } from './copy-text';
import { runningTurnOf } from './running-turn';

const words = catalogue.history;
const size = 14;

interface ActionProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly isBad?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

function Action({ icon, label, isBad = false, disabled = false, onSelect }: ActionProps) {
  return (
    <Item className={joinClasses(menu.item, isBad && menu.bad)} disabled={disabled} onSelect={onSelect}>
      {icon}
      {label}
    </Item>
  );
}

interface MessageMenuProps {
  readonly message: Message;
}

/** What changes the path waits until the chat has answered. */
function useIsBusy(): boolean {
  return useThread((state) => state.sending || runningTurnOf(state) !== null);
}

function AskingActions({ message }: MessageMenuProps) {
  const startEdit = useThread((state) => state.startEdit);
  const regenerate = useThread((state) => state.regenerate);
  const isBusy = useIsBusy();
  if (message.metadata?.attachment !== undefined) return null;
  if (message.role === 'user') {
    const icon = <Pencil size={size} aria-hidden="true" />;
    return <Action icon={icon} label={words.edit} disabled={isBusy} onSelect={() => startEdit(message.id)} />;
  }
  if (message.role !== 'assistant') return null;
  const icon = <RefreshCw size={size} aria-hidden="true" />;
  return (
    <Action
      icon={icon}
      label={words.regenerate}
      disabled={isBusy}
      onSelect={() => void regenerate(message.id)}
    />
  );
}

function MemoryActions({ message }: MessageMenuProps) {
  const setPinned = useThread((state) => state.setPinned);
  const setExcluded = useThread((state) => state.setExcluded);
  const isBusy = useIsBusy();
  const { id, pinned, excluded } = message;
  const PinIcon = pinned ? PinOff : Pin;
  const EyeIcon = excluded ? Eye : EyeOff;
  return (
    <>
      {!excluded && (
        <Action
          icon={<PinIcon size={size} aria-hidden="true" />}
          label={pinned ? words.unpin : words.pin}
          onSelect={() => void setPinned(id, !pinned)}
        />
      )}
      <Action
        icon={<EyeIcon size={size} aria-hidden="true" />}
        label={excluded ? words.include : words.exclude}
        disabled={isBusy}
        onSelect={() => void setExcluded(id, !excluded)}
      />
    </>
  );
}

/** Only what the user said himself can be known of him. */
function RememberAction({
  message,
  afterClose,
}: MessageMenuProps & { readonly afterClose: (work: () => void) => void }) {
  const { app, memory } = useStores();
  const isKept = useSessions((state) => state.opened?.temporary !== true);
  if (message.role !== 'user' || message.author !== null || !isKept) return null;
  const remember = (): void => {
    afterClose(() => {
      if (isNarrowNow()) app.getState().openDrawer('memory');
      memory.getState().draftFact(message);
    });
  };
  const icon = <UserRound size={size} aria-hidden="true" />;
  return <Action icon={icon} label={catalogue.profile.remember} onSelect={remember} />;
}

/** An answer that missed something becomes a case of one's own. */
function CaseAction({
  message,
  afterClose,
}: MessageMenuProps & { readonly afterClose: (work: () => void) => void }) {
  const { memory } = useStores();
  const { id: replyId, sessionId } = message;
  const position = useThread(({ window }) => questionBefore(window.messages, replyId)?.position ?? null);
  const isKept = useSessions((state) => state.opened?.temporary !== true);
  if (message.role !== 'assistant' || position === null || !isKept) return null;
  const icon = <BrainCircuit size={size} aria-hidden="true" />;
  const draft = (): void => afterClose(() => memory.getState().draftCase({ replyId, sessionId, position }));
  return <Action icon={icon} label={catalogue.replay.shouldHave} onSelect={draft} />;
}

function DeleteActions({ message }: MessageMenuProps) {
  const { thread } = useStores();
  const deleteMessages = useThread((state) => state.deleteMessages);
  const icon = <Trash2 size={size} aria-hidden="true" />;
  const deleteFrom = (): void => {
    const { window } = thread.getState();
    // The end of the chat may lie beyond what the page holds; the engine takes the last one it knows of.
    const last = window.messages.at(-1);
    if (last !== undefined) void deleteMessages(message.id, last.id);
  };
  const hasAll = useThread((state) => !state.window.hasLater);
  return (
    <>
      <Action
        icon={icon}
        label={words.delete}
        isBad
        onSelect={() => void deleteMessages(message.id, message.id)}
      />
      {hasAll && <Action icon={icon} label={words.deleteFrom} isBad onSelect={deleteFrom} />}
    </>
  );
}

/** All that can be done to one message. */
export function MessageMenu({ message }: MessageMenuProps) {
  const announce = useThread((state) => state.announce);
  const isBusy = useIsBusy();
  const { forkChat } = useNavigation();
  /** What takes the focus elsewhere waits until the menu has let go of it. */
  const left = useRef<(() => void) | null>(null);
  return (
    <Root>
      <Trigger asChild>
        <button
          type="button"
          className={buttons.icon}
          aria-label={words.actions(message.position)}
          data-testid="message-menu"
        >
          <Ellipsis size={15} aria-hidden="true" />
        </button>
      </Trigger>
      <Portal>
        <Content
          className={menu.menu}
          align="end"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            if (left.current === null) return;
            event.preventDefault();
            left.current();
            left.current = null;
          }}
        >
          <Action
            icon={<Copy size={size} aria-hidden="true" />}
            label={words.copy}
            onSelect={() => {
              if (copyText(message.content)) announce(words.said.copied);
            }}
          />
          <AskingActions message={message} />
          <MemoryActions message={message} />
          <RememberAction message={message} afterClose={(work) => (left.current = work)} />
          <CaseAction message={message} afterClose={(work) => (left.current = work)} />
          <Action
            icon={<GitFork size={size} aria-hidden="true" />}
            label={words.fork}
            disabled={isBusy}
            onSelect={() => void forkChat(message.sessionId, message.id)}
          />
          <Separator className={menu.separator} />
          <DeleteActions message={message} />
        </Content>
      </Portal>
    </Root>
  );
}
