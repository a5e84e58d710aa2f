import { Root, Thumb } from '@radix-ui/react-switch';
import styles from './switch.module.css';

interface SwitchProps {
  readonly id: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly describedBy?: string;
  readonly testId?: string;
  readonly isBusy?: boolean;
}

/** A switch; its label names it by `id`. */
export function Switch({ id, isOn, onChange, describedBy, testId, isBusy }: SwitchProps) {
  return (
    <Root
      id={id}
      data-testid={testId}
      className={styles.track}
      aria-busy={isBusy}
      aria-describedby={describedBy}
      checked={isOn}
      onCheckedChange={onChange}
    >
      <Thumb className={styles.thumb} />
    </Root>
  );
}
