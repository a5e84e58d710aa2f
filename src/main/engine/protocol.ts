import { z } from 'zod';
import { appErrorShapeSchema } from '../../shared/error-shape-schema';
import type { AppErrorShape } from '../../shared/errors';
import type { EngineMethod } from '../memory/ports/engine';

/** One call of the engine as it crosses to the worker. */
export interface EngineRequest {
  readonly id: number;
  readonly method: EngineMethod;
  readonly input: unknown;
}

const responseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), id: z.int(), value: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.int(), error: appErrorShapeSchema }),
  /** The database is open; the notice is what the user should know of it. */
  z.object({ kind: z.literal('ready'), notice: z.string().nullable() }),
  /** The database could not be opened. */
  z.object({ kind: z.literal('failed'), error: appErrorShapeSchema }),
  z.object({
    kind: z.literal('log'),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);

/** What the worker sends. */
export type EngineResponse = z.infer<typeof responseSchema>;

/** Checks a message from the worker; a call's value is typed by the port. Throws on anything else. */
export function parseResponse(message: unknown): EngineResponse {
  return responseSchema.parse(message);
}

/** The end of a channel between two threads, as Worker, MessagePort and parentPort share it. */
export interface Channel {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Makes the answer to a call that went wrong. */
export function errorResponse(id: number, error: AppErrorShape): EngineResponse {
  return { kind: 'error', id, error };
}
