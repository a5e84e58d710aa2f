import { ChevronDown, ChevronRight, Wrench } from 'lucide-react';
import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Message } from '../../shared/model/message';
import type { ToolRun } from '../../shared/model/message-metadata';
import { joinClasses } from '../ui/join-classes';
import { shortArguments, shortResult } from './tool-words';
import { ToolQuestion } from './tool-question';
import styles from './tool-row.module.css';

const words = catalogue.tools;

interface ToolRowProps {
  readonly message: Message;
  readonly run: ToolRun;
}

function Details({ message, run, id }: ToolRowProps & { readonly id: string }) {
  return (
    <div className={styles.details} id={id}>
      <p className={styles.label}>{words.arguments}</p>
      <pre className={styles.text}>{run.arguments}</pre>
      <p className={styles.label}>{words.result}</p>
      <pre className={styles.text}>{message.content === '' ? words.noResult : message.content}</pre>
    </div>
  );
}

/** One run of a tool as a row: its name, what it was given, what came of it and how long it took; opens on a click. */
export function ToolRow({ message, run }: ToolRowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isGood = run.status === 'done';
  const said = isGood ? shortResult(message.content) : words.status[run.status];
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={styles.row} data-testid="tool-row" data-status={run.status}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Wrench className={styles.icon} size={14} aria-hidden="true" />
        <span className={styles.name}>{words.names[run.name] ?? run.name}</span>
        <span className={styles.given}>{shortArguments(run.arguments)}</span>
        <span className={joinClasses(styles.said, !isGood && styles.state)} data-status={run.status}>
          {said}
        </span>
        {run.ms !== null && <span className={styles.ms}>{words.ms(run.ms)}</span>}
        <Chevron className={styles.icon} size={14} aria-hidden="true" />
      </button>
      {run.status === 'asking' && <ToolQuestion message={message} run={run} />}
      {isOpen && <Details message={message} run={run} id={id} />}
    </div>
  );
}
