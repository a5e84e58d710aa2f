import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Switch } from '../ui/switch';
import { Tooltip } from '../ui/tooltip';
import styles from './remember-switch.module.css';

const words = catalogue.composer;

/** The id by which the composer leaves the focus on the switch. */
export const rememberSwitchId = 'remember-switch';
const hintId = 'remember-hint';

interface RememberSwitchProps {
  /** A chat without messages: later the choice is made. */
  readonly session: Session;
}

/** Whether the chat will be kept; chosen before its first message. */
export function RememberSwitch({ session }: RememberSwitchProps) {
  const { setRemembered } = useNavigation();
  const isBusy = useSessions((state) => state.remembering !== null);
  return (
    <Tooltip text={words.rememberHint} side="top">
      {/* The tooltip marks its element with a state of its own, so it is not the switch itself. */}
      <span className={styles.place}>
        <Switch
          id={rememberSwitchId}
          testId="remember-switch"
          describedBy={hintId}
          isBusy={isBusy}
          isOn={!session.temporary}
          onChange={(remembered) => void setRemembered(session.id, remembered)}
        />
        <label className={styles.label} htmlFor={rememberSwitchId}>
          {words.remember}
        </label>
        <span id={hintId} className="visually-hidden">
          {words.rememberHint}
        </span>
      </span>
    </Tooltip>
  );
}
