import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import { useMemory, useThread } from '../stores/use-stores';
import { formatDay, formatScore, formatTime } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { useToday } from '../ui/use-today';
import { MessageView } from './message-view';
import styles from './message-view.module.css';

const words = catalogue.thread;
/** A pause after which the time is told again. */
const PAUSE_MS = 60 * 60_000;

interface MessageItemProps {
  readonly message: Message;
}

/** The message before this one on the path, if the window holds it. */
function usePrevious(message: Message): Message | undefined {
  return useThread((state) => {
    const first = state.window.messages[0]?.position ?? 1;
    return state.window.messages[message.position - first - 1];
  });
}

function DateLine({ message }: { readonly message: Message }) {
  const previous = usePrevious(message);
  const today = useToday();
  const day = formatDay(message.createdAt, today);
  const isNewDay = previous === undefined || formatDay(previous.createdAt, today) !== day;
  const isAfterPause = previous !== undefined && message.createdAt - previous.createdAt > PAUSE_MS;
  if (!isNewDay && !isAfterPause) return null;
  return <p className={styles.date}>{words.at(day, formatTime(message.createdAt))}</p>;
}

function SummaryLine({ message }: { readonly message: Message }) {
  const summary = useMemory((state) => state.summaries.find((each) => each.current));
  if (summary === undefined || summary.lastMessageId !== message.parentId) return null;
  const quality = summary.quality === null ? '' : words.summaryQuality(formatScore(summary.quality));
  return (
    <p className={styles.divider} data-testid="summary-divider">
      {words.summaryDivider(summary.fromPosition, summary.toPosition, summary.version) + quality}
    </p>
  );
}

/** A call without words of its own: the rows of its results say all there is to it. */
function isBareCall({ content, metadata }: Message): boolean {
  return content === '' && (metadata?.toolCalls?.length ?? 0) > 0;
}

/** A later part of a file that is not open: nothing of it is shown. */
function useIsFolded({ metadata }: Message): boolean {
  const file = metadata?.attachment;
  return useThread((state) => file !== undefined && file.part > 1 && !state.openFiles.has(file.fileId));
}

/** One item of the list: the message and what stands above it. */
export function MessageItem({ message }: MessageItemProps) {
  const total = useThread((state) => state.window.total);
  const isFolded = useIsFolded(message);
  return (
    <div
      className={joinClasses(styles.place, (isBareCall(message) || isFolded) && styles.bare)}
      data-item-message={message.id}
    >
      <SummaryLine message={message} />
      <DateLine message={message} />
      <MessageView message={message} total={total} />
    </div>
  );
}
