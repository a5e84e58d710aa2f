import { ScanEye } from 'lucide-react';
import { memo } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import { isLit as isLitIn } from '../stores/is-lit';
import { useMemory, useStores, useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { formatTime } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { CopyButton } from './copy-button';
import { EditField } from './edit-field';
import { MessageEnd } from './message-end';
import { MessageMarks } from './message-marks';
import { MessageMenu } from './message-menu';
import { FilePart } from './file-part';
import { Markdown } from './markdown';
import styles from './message-view.module.css';
import { RecallChips } from './recall-chips';
import { SecondLookLine } from './second-look-line';
import { ToolRow } from './tool-row';
import { showContext } from './show-context';
import { VersionStepper } from './version-stepper';
import { useLinkedLight } from './use-linked-light';
import { WaitingLine } from './waiting-line';

const words = catalogue.thread;

interface MessageViewProps {
  readonly message: Message;
  /** Live messages on the whole path. */
  readonly total: number;
}

/** The reply's text while it grows, else what the log holds. */
function useShownText(message: Message): string {
  const live = useThread((state) => (message.turnId === null ? undefined : state.liveText[message.turnId]));
  const isGrowing = message.state === 'streaming' && message.role === 'assistant';
  // The log's copy may be ahead of what was heard of a turn, never the other way round for long.
  return isGrowing && live !== undefined && live.length >= message.content.length ? live : message.content;
}

function Head({ message }: { readonly message: Message }) {
  if (message.author === null && message.provenance !== 'imported') return null;
  return (
    <p className={styles.head}>
      <span className={styles.author}>{message.author ?? catalogue.app.author(message.role)}</span>
      <span>{formatTime(message.createdAt)}</span>
    </p>
  );
}

function UserMessage({ message }: { readonly message: Message }) {
  const isEditing = useThread((state) => state.editingId === message.id);
  if (isEditing) {
    return (
      <div className={styles.user}>
        <EditField message={message} />
      </div>
    );
  }
  return (
    <div className={styles.user}>
      <Head message={message} />
      <div className={joinClasses(styles.bubble, styles.plain)} dir="auto">
        {message.content}
      </div>
      <MessageMarks message={message} />
      <VersionStepper message={message} />
      <MessageEnd message={message} />
      <span className={styles.tools}>
        <MessageMenu message={message} />
      </span>
    </div>
  );
}

interface ContextButtonProps {
  readonly turnId: TurnId;
}

/** Shows in the memory pane what an answer was made from; not there where nothing is known of it. */
function ContextButton({ turnId }: ContextButtonProps) {
  const stores = useStores();
  const isKnown = useThread((state) => state.snapshots[turnId] !== undefined);
  const isShown = useMemory((state) => !state.followsLast && state.snapshot?.turnId === turnId);
  if (!isKnown) return null;
  return (
    <IconButton
      label={words.showContext}
      className={styles.context}
      aria-pressed={isShown}
      onClick={() => showContext(stores, turnId)}
    >
      <ScanEye size={15} aria-hidden="true" />
    </IconButton>
  );
}

function AssistantMessage({ message }: { readonly message: Message }) {
  const text = useShownText(message);
  const { turnId } = message;
  const isGrowing = message.state === 'streaming';
  return (
    <>
      <Head message={message} />
      {turnId !== null && <SecondLookLine turnId={turnId} sessionId={message.sessionId} />}
      {turnId !== null && (
        <RecallChips turnId={turnId} sessionId={message.sessionId} replyPosition={message.position} />
      )}
      <div className={joinClasses(styles.said, isGrowing && text !== '' && styles.growing)}>
        {text === '' && isGrowing ? <span className={styles.caret} /> : <Markdown text={text} />}
      </div>
      {turnId !== null && isGrowing && <WaitingLine turnId={turnId} />}
      {!isGrowing && <MessageMarks message={message} />}
      {!isGrowing && <VersionStepper message={message} />}
      <MessageEnd message={message} />
      {!isGrowing && (
        <span className={styles.tools}>
          {turnId !== null && <ContextButton turnId={turnId} />}
          {text !== '' && <CopyButton label={catalogue.reply.copyAnswer} text={text} />}
          <MessageMenu message={message} />
        </span>
      )}
    </>
  );
}

/** An answer that calls tools shows what it said beside them; what it was made from stands under the last one. */
function CallingMessage({ message }: { readonly message: Message }) {
  return message.content === '' ? null : (
    <div className={styles.said}>
      <Markdown text={message.content} />
    </div>
  );
}

function Body({ message }: { readonly message: Message }) {
  const { tool, toolCalls = [], attachment } = message.metadata ?? {};
  if (attachment !== undefined) return <FilePart message={message} file={attachment} />;
  if (tool !== undefined) return <ToolRow message={message} run={tool} />;
  if (toolCalls.length > 0) return <CallingMessage message={message} />;
  return message.role === 'user' ? <UserMessage message={message} /> : <AssistantMessage message={message} />;
}

/** One message of the thread: the user's in a bubble on the right, all others as text on the left. */
export const MessageView = memo(function MessageView({ message, total }: MessageViewProps) {
  const isLit = useMemory((state) => isLitIn(state, message.id));
  const isFlashing = useThread((state) => state.flashId === message.id);
  const linkedLight = useLinkedLight(message);
  const author = message.author ?? catalogue.app.author(message.role);
  return (
    <article
      className={styles.message}
      aria-label={words.messageLabel(message.position, total, author)}
      aria-busy={message.state === 'streaming'}
      data-testid="message"
      data-message-id={message.id}
      data-position={message.position}
      data-role={message.role}
      data-excluded={message.excluded}
      data-lit={isLit || isFlashing}
      data-flash={isFlashing}
      {...linkedLight}
    >
      <Body message={message} />
    </article>
  );
});
