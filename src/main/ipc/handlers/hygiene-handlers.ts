import type { UserId } from '../../../shared/model/ids';
import type { HygieneStore } from '../../memory/ports/hygiene-store';
import type { HandlerMap } from '../handler-map';

/** What the calls about memory hygiene need. */
export interface HygieneHandlerPorts {
  readonly engine: HygieneStore;
  readonly userId: () => UserId;
  /** Chats whose messages were kept out or let in are folded anew. */
  readonly onJobsEnqueued: () => void;
}

type HygieneCalls = Pick<
  HandlerMap,
  'hygiene.scan' | 'hygiene.mend' | 'hygiene.undo' | 'hygiene.mendFacts' | 'hygiene.undoFacts'
>;

/** Answers the calls about memory hygiene. */
export function createHygieneHandlers({ engine, userId, onJobsEnqueued }: HygieneHandlerPorts): HygieneCalls {
  const enqueued = <T>(result: T): T => {
    onJobsEnqueued();
    return result;
  };
  return {
    'hygiene.scan': (input) => engine.scanHygiene({ userId: userId(), ...input }),
    'hygiene.mend': async (input) => enqueued(await engine.mendHygiene({ userId: userId(), ...input })),
    'hygiene.undo': async (input) => enqueued(await engine.undoHygiene({ userId: userId(), ...input })),
    'hygiene.mendFacts': () => engine.mendFacts({ userId: userId() }),
    'hygiene.undoFacts': (input) => engine.undoMendFacts({ userId: userId(), ...input }),
  };
}
