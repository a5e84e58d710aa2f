import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Switch } from '../ui/switch';
import styles from './settings-pane.module.css';
import own from './second-look-card.module.css';

const words = catalogue.headless.card;

/** The command a program starts to read the memory; its folder is the one that is open now. */
function commandFor(dataFolder: string): string {
  return `engram mcp --data "${dataFolder}"`;
}

/** Whether other programs on this computer may read the memory of the user at the screen. */
export function MemoryServerCard() {
  const servedId = useApp((state) => state.settings?.memoryServerUserId ?? null);
  const userId = useApp((state) => state.users?.activeId ?? state.start?.user.id);
  const dataFolder = useApp((state) => state.start?.dataFolder ?? '');
  const serveMemory = useApp((state) => state.serveMemory);
  const id = useId();
  const isOn = servedId !== null && servedId === userId;
  const state = isOn ? words.on : servedId === null ? words.off : words.ofAnother;
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.name}</h2>
        <span className={styles.quiet}>{state}</span>
      </div>
      <p className={own.row}>
        <label htmlFor={id}>{words.setting}</label>
        <Switch id={id} isOn={isOn} describedBy={`${id}-hint`} onChange={(next) => void serveMemory(next)} />
      </p>
      <p id={`${id}-hint`} className={styles.quiet}>
        {words.hint}
      </p>
      {isOn && (
        <>
          <p className={styles.quiet}>{words.howTo}</p>
          <code className={styles.path}>{commandFor(dataFolder)}</code>
        </>
      )}
    </section>
  );
}
