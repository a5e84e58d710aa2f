import { catalogue } from '../../shared/catalogue/catalogue';
import { language as spoken } from '../../shared/catalogue/language';
import { languages } from '../../shared/catalogue/languages';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { joinClasses } from '../ui/join-classes';
import own from './language-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** The language of the interface; another one holds once the program starts again. */
export function LanguageCard() {
  const chosen = useApp((state) => state.settings?.language ?? spoken);
  const changeSettings = useApp((state) => state.changeSettings);
  const restart = useApp((state) => state.restart);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.language}</h2>
        <span className={styles.quiet}>{words.languageHint}</span>
      </div>
      <fieldset className={joinClasses(styles.choices, own.languages)}>
        <legend className="visually-hidden">{words.language}</legend>
        {languages.map((each) => (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name="language"
              value={each}
              checked={chosen === each}
              onChange={() => void changeSettings({ language: each })}
            />
            <span className={styles.choiceName} lang={each}>
              {words.languageName[each]}
            </span>
          </label>
        ))}
      </fieldset>
      {chosen !== spoken && (
        <p className={own.restart}>
          <Button onClick={() => void restart()}>{words.restartIn(words.languageName[chosen])}</Button>
        </p>
      )}
    </section>
  );
}
