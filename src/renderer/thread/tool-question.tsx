import { catalogue } from '../../shared/catalogue/catalogue';
import type { MessageId } from '../../shared/model/ids';
import type { ToolAnswer } from '../../shared/model/message-metadata';
import { useApp, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './tool-row.module.css';

const words = catalogue.tools;

interface ToolQuestionProps {
  readonly messageId: MessageId;
  readonly name: string;
}

/** Asks in place whether a call may change something. Nothing is chosen beforehand: Enter alone never allows. */
export function ToolQuestion({ messageId, name }: ToolQuestionProps) {
  const answerTool = useThread((state) => state.answerTool);
  const asksAlways = useApp((state) => state.settings?.toolRules[name] === 'ask-always');
  const answer = (given: ToolAnswer) => () => void answerTool(messageId, given);
  return (
    <div className={styles.question} role="group" aria-label={words.ask(words.names[name] ?? name)}>
      <p className={styles.asking} role="alert">
        {words.ask(words.names[name] ?? name)} <span className={styles.hint}>{words.askHint}</span>
      </p>
      <span className={styles.buttons}>
        <Button onClick={answer('once')}>{words.allowOnce}</Button>
        {!asksAlways && <Button onClick={answer('always')}>{words.allowAlways}</Button>}
        <Button onClick={answer('deny')}>{words.deny}</Button>
      </span>
    </div>
  );
}
