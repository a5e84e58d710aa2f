import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnId } from '../../shared/model/ids';
import { useMemory, useThread } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { Tag } from '../ui/tag';
import styles from './context-tab.module.css';
import pane from './memory-pane.module.css';
import { turnSteps } from './turn-steps';

const words = catalogue.memory;

interface StepProps {
  readonly label: string;
  /** Null where there is nothing that way: the button keeps the focus, and says so. */
  readonly to: TurnId | null;
  readonly last: TurnId | null;
  readonly children: ReactNode;
}

function Step({ label, to, last, children }: StepProps) {
  const showTurn = useMemory((state) => state.showTurn);
  return (
    <IconButton
      label={label}
      aria-disabled={to === null}
      onClick={() => {
        if (to !== null) void showTurn(to === last ? null : to);
      }}
    >
      {children}
    </IconButton>
  );
}

interface TurnStepperProps {
  readonly turnId: TurnId;
}

/** From one answer to the next; at the last one the pane follows the chat again. */
export function TurnStepper({ turnId }: TurnStepperProps) {
  const { previous, next, last } = useThread(useShallow((state) => turnSteps(state, turnId)));
  const followsLast = useMemory((state) => state.followsLast);
  const showTurn = useMemory((state) => state.showTurn);
  return (
    <span className={styles.stepper} data-testid="turn-stepper">
      {followsLast || turnId === last ? (
        <Tag tone="quiet">{words.latest}</Tag>
      ) : (
        <button type="button" className={pane.link} onClick={() => void showTurn(null)}>
          {words.toLatest}
        </button>
      )}
      <Step label={words.previousTurn} to={previous} last={last}>
        <ChevronLeft size={16} aria-hidden="true" />
      </Step>
      <Step label={words.nextTurn} to={next} last={last}>
        <ChevronRight size={16} aria-hidden="true" />
      </Step>
    </span>
  );
}
