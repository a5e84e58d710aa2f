import { z } from 'zod';
import { AppError, toErrorShape } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Engine, EngineMethod } from '../memory/ports/engine';
import { engineMethods } from '../memory/ports/engine-methods';
import type { Logger } from '../../shared/logger';
import { errorResponse, type Channel, type EngineResponse } from './protocol';

const requestSchema = z.object({ id: z.int(), method: z.string(), input: z.unknown() });

function isMethod(name: string): name is EngineMethod {
  return (engineMethods as readonly string[]).includes(name);
}

/** Answers the calls that come over a channel with an engine; errors travel as data, bugs are logged once. */
export function serveEngine(channel: Channel, engine: Engine, logger: Logger): void {
  const send = (response: EngineResponse): void => {
    channel.postMessage(response);
  };

  const answer = async (message: unknown): Promise<void> => {
    const { id, method, input } = requestSchema.parse(message);
    try {
      if (!isMethod(method)) throw new AppError('bad-input', catalogue.main.errors.unknownCall(method));
      // The port types input and output of each method; the envelope alone is checked here.
      send({ kind: 'value', id, value: await engine[method](input as never) });
    } catch (error) {
      if (!(error instanceof AppError)) {
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
        logger.error('engine operation failed', { method, stack });
      }
      send(errorResponse(id, toErrorShape(error)));
    }
  };

  channel.on('message', (message) => {
    void answer(message);
  });
}
