import { catalogue } from '../../shared/catalogue/catalogue';
import { KeyCaps } from '../ui/key-caps';
import styles from './search-overlay.module.css';

const words = catalogue.search;

/** Which keys do what here, and how far the search reaches. */
export function SearchFoot() {
  const { up, down, enter, tab } = words.keys;
  return (
    <div className={styles.foot}>
      <span className={styles.hint}>
        <KeyCaps keys={[up, down]} /> {words.move}
      </span>
      <span className={styles.hint}>
        <KeyCaps keys={[enter]} /> {words.enter}
      </span>
      <span className={styles.hint}>
        <KeyCaps keys={[tab]} /> {words.tab}
      </span>
      <span className={styles.reach}>{words.reach}</span>
    </div>
  );
}
