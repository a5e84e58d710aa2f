import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { joinClasses } from './join-classes';
import { Tooltip } from './tooltip';

type NativeProps = ComponentProps<'button'>;

interface ButtonProps extends NativeProps {
  /** The one main action of its place. */
  readonly isMain?: boolean;
  /** As wide as its place. */
  readonly isWide?: boolean;
}

/** A button with words. */
export function Button({ isMain = false, isWide = false, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={joinClasses(styles.button, isMain && styles.main, isWide && styles.wide, className)}
      {...rest}
    />
  );
}

interface IconButtonProps extends NativeProps {
  /** Its name, shown as a tooltip too. */
  readonly label: string;
  readonly isFramed?: boolean;
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactNode;
}

/** A button with only an icon; its name is read and shown on hover and focus. */
export function IconButton({ label, isFramed = false, tooltipSide, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(tooltipSide === undefined ? {} : { side: tooltipSide })}>
      <button
        type="button"
        aria-label={label}
        className={joinClasses(styles.icon, isFramed && styles.framed, className)}
        {...rest}
      />
    </Tooltip>
  );
}
