import { catalogue } from '../../shared/catalogue/catalogue';
import { messageIdSchema } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { ToolAnswer, ToolRun } from '../../shared/model/message-metadata';
import { useApp, useNavigation, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './tool-row.module.css';
import { excerptOf, targetOf } from './tool-words';

const words = catalogue.tools;

interface ToolQuestionProps {
  readonly message: Message;
  readonly run: ToolRun;
}

/** Characters of the message a call is about. */
const excerptLength = 120;

/** The message a call would change: who allows it must see which one. */
function Target({ message, run }: ToolQuestionProps) {
  const id = targetOf(run.arguments);
  const target = useThread((state) => state.window.messages.find((each) => each.id === id));
  const { openChat } = useNavigation();
  if (id === null) return null;
  const text = target === undefined ? words.targetElsewhere : words.target(target.position);
  const parsed = messageIdSchema.safeParse(id);
  return (
    <p className={styles.target}>
      {text} {target !== undefined && <q>{excerptOf(target.content, excerptLength)}</q>}{' '}
      {parsed.success && (
        <Button onClick={() => void openChat(message.sessionId, parsed.data)}>{words.showTarget}</Button>
      )}
    </p>
  );
}

/** Asks in place whether a call may change something. Nothing is chosen beforehand: Enter alone never allows. */
export function ToolQuestion({ message, run }: ToolQuestionProps) {
  const { name } = run;
  const answerTool = useThread((state) => state.answerTool);
  const asksAlways = useApp((state) => state.settings?.toolRules[name] === 'ask-always');
  const answer = (given: ToolAnswer) => () => void answerTool(message.id, given);
  return (
    <div className={styles.question} role="group" aria-label={words.ask(words.names[name] ?? name)}>
      <p className={styles.asking} role="alert">
        {words.ask(words.names[name] ?? name)} <span className={styles.hint}>{words.askHint}</span>
      </p>
      <Target message={message} run={run} />
      <span className={styles.buttons}>
        <Button onClick={answer('once')}>{words.allowOnce}</Button>
        {!asksAlways && <Button onClick={answer('always')}>{words.allowAlways}</Button>}
        <Button onClick={answer('deny')}>{words.deny}</Button>
      </span>
    </div>
  );
}
