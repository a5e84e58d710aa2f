import { catalogue } from '../../shared/catalogue/catalogue';
import type { Settings } from '../../shared/settings';
import { useApp } from '../stores/use-stores';
import styles from './settings-pane.module.css';

const words = catalogue.settings;
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

/** Light, dark, or as the system has it. */
export function AppearanceCard() {
  const theme = useApp((state) => state.settings?.theme);
  const setTheme = useApp((state) => state.setTheme);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.appearance}</h2>
        <span className={styles.quiet}>{words.appearanceHint}</span>
      </div>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{words.appearance}</legend>
        {themes.map((each) => (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name="theme"
              value={each}
              checked={theme === each}
              onChange={() => void setTheme(each)}
            />
            <span className={styles.choiceName}>{words.theme[each]}</span>
            <span className={`${styles.choiceHint ?? ''} ${styles.quiet ?? ''}`}>
              {words.themeHint[each]}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
