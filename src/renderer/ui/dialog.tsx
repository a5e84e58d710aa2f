import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { IconButton } from './button';
import styles from './dialog.module.css';
import { focusPanel } from './focus-panel';
import { joinClasses } from './join-classes';

interface DialogProps {
  readonly testId: string;
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly about: string;
  /** Whether it may be left: not while it does something that has another way out. */
  readonly canClose?: boolean;
  readonly onClose: () => void;
  /** A question that has to be answered; what has the focus then is the harmless answer. */
  readonly harmless?: RefObject<HTMLButtonElement | null>;
  /** The buttons. */
  readonly foot: ReactNode;
  readonly children?: ReactNode;
}

/** A dialog over the window while it is mounted: head, body, buttons. Esc and a click beside it leave it. */
export function Dialog({
  testId,
  title,
  about,
  canClose = true,
  onClose,
  harmless,
  foot,
  children,
}: DialogProps) {
  const focusHarmless = (event: Event): void => {
    event.preventDefault();
    harmless?.current?.focus();
  };
  return (
    <Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Portal>
        <Overlay className={styles.overlay} />
        <Content
          className={joinClasses(styles.dialog, harmless !== undefined && styles.question)}
          data-testid={testId}
          {...(harmless === undefined ? {} : { role: 'alertdialog' })}
          onOpenAutoFocus={harmless === undefined ? focusPanel : focusHarmless}
        >
          <div className={styles.head}>
            <div className={styles.headText}>
              <Title className={styles.title}>{title}</Title>
              <Description className={styles.about}>{about}</Description>
            </div>
            <Close asChild>
              <IconButton label={catalogue.app.close} disabled={!canClose}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Close>
          </div>
          {children}
          <div className={styles.foot}>{foot}</div>
        </Content>
      </Portal>
    </Root>
  );
}

/** The words of a dialog, inset as its head is. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
