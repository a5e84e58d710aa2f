import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What is timed at each stage; every figure in milliseconds. */
export const timedNames = ['append', 'open', 'recall in one chat', 'recall across all chats'] as const;
/** One of {@link timedNames}. */
export type TimedName = (typeof timedNames)[number];

const timesSchema = z.object({ p50: z.number(), p95: z.number() });

const stageSchema = z.object({
  /** Messages of all users. */
  messages: z.number(),
  /** Messages of the user who is measured. */
  own: z.number(),
  times: z.record(z.string(), timesSchema),
  rssBytes: z.number(),
  heapBytes: z.number(),
  registryBytes: z.number(),
  handles: z.number(),
  databaseBytes: z.number(),
});
/** How the engine fared at one size. */
export type Stage = z.infer<typeof stageSchema>;

const longSchema = z.object({ seconds: z.number(), waitMs: z.number() });

const wholeFileSchema = z.object({
  bytes: z.number(),
  openMs: z.number(),
  check: longSchema,
  backup: longSchema,
  preview: longSchema,
});
/** How long what is done to the file as a whole takes, and how long the engine lets others wait meanwhile. */
export type WholeFile = z.infer<typeof wholeFileSchema>;

const stateSchema = z.object({
  /** What it was begun with; another size begins anew. */
  size: z.string(),
  /** Chats written so far, over all users in turn. */
  chats: z.number(),
  seconds: z.number(),
  stages: z.array(stageSchema),
  wholeFile: wholeFileSchema.nullable().default(null),
});
/** How far a load test is. */
export type LoadState = z.infer<typeof stateSchema>;

/** Reads the state of an earlier run of the same size; an empty one otherwise. */
export function readState(file: string, size: string, fresh: boolean): LoadState {
  const empty: LoadState = { size, chats: 0, seconds: 0, stages: [], wholeFile: null };
  if (fresh) return empty;
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return state.size === size ? state : empty;
  } catch {
    return empty;
  }
}

/** Keeps it, so that a run that is ended goes on from there. */
export function keepState(file: string, state: LoadState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}
