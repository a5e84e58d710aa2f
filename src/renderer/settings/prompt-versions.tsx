import { catalogue } from '../../shared/catalogue/catalogue';
import type { PromptVersion } from '../../shared/model/prompt';
import { Button } from '../ui/button';
import { formatDay, formatTime } from '../ui/formats';
import { useToday } from '../ui/use-today';
import prompt from './prompts.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.prompts;

interface PromptVersionsProps {
  readonly versions: readonly PromptVersion[];
  /** Puts a text into the field; it holds once it is saved. */
  readonly onRestore: (text: string) => void;
}

/** What was in force before. */
export function PromptVersions({ versions, onRestore }: PromptVersionsProps) {
  const today = useToday();
  return (
    <>
      <h3 className={prompt.versionsTitle}>{words.versions}</h3>
      {versions.length === 0 && <p className={styles.quiet}>{words.noVersions}</p>}
      <ul>
        {versions.map(({ version, text, createdAt }) => (
          <li key={version} className={prompt.version}>
            <span className={prompt.words}>{text === '' ? words.emptyVersion : text}</span>
            <span className={styles.quiet}>
              {words.version(version, `${formatDay(createdAt, today)}, ${formatTime(createdAt)}`)}
            </span>
            <Button aria-label={words.restoreVersion(version)} onClick={() => onRestore(text)}>
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
