import type { FloorsReport } from '../../../shared/model/floor';
import type { UserId } from '../../../shared/model/ids';
import type { FloorStore } from '../../memory/ports/floor-store';
import type { HandlerMap } from '../handler-map';

/** What the calls about floors need. */
export interface FloorHandlerPorts {
  readonly engine: Pick<FloorStore, 'readFloors' | 'enqueueFloors'>;
  readonly userId: () => UserId;
  /** Name of the embedding model in use. */
  readonly embeddingModel: () => string;
  readonly onJobsEnqueued: () => void;
}

/** Answers the calls about the floors of recall. */
export function createFloorHandlers(
  ports: FloorHandlerPorts,
): Pick<HandlerMap, 'floors.read' | 'floors.measure'> {
  const read = (userId: UserId): Promise<FloorsReport> =>
    ports.engine.readFloors({ userId, embedder: ports.embeddingModel() });
  return {
    'floors.read': () => read(ports.userId()),
    'floors.measure': async () => {
      const userId = ports.userId();
      await ports.engine.enqueueFloors({ userId, embedder: ports.embeddingModel() });
      ports.onJobsEnqueued();
      return read(userId);
    },
  };
}
