import type { ParseArgsConfig } from 'node:util';
import type { Workers } from './workers';

/** What a command was given, and what it answers with. */
export interface Given {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly dataFolder: string;
  readonly version: string;
  readonly workers: Workers;
  readonly environment: NodeJS.ProcessEnv;
  readonly output: Output;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** Where a command writes: for people as it goes along, or, with `--json`, one value at its end. */
export interface Output {
  readonly isJson: boolean;
  /** Words for people; nothing with `--json`. */
  readonly say: (text: string) => void;
  /** Words without the end of a line, as they come; nothing with `--json`. */
  readonly write: (text: string) => void;
  /** What is no result: progress and warnings, on standard error. */
  readonly tell: (text: string) => void;
  /** The result; people have read it already. */
  readonly result: (value: unknown) => void;
  /** Raw lines of a protocol that owns standard output. */
  readonly input: NodeJS.ReadableStream;
  readonly raw: NodeJS.WritableStream;
}

/** One command of the terminal: a file of its own and a line in `all-commands.ts`. */
export interface Command {
  readonly name: string;
  /** What follows the name in its usage. */
  readonly usage: string;
  readonly about: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Whether it takes this many words beside its options. */
  readonly takes: (positionals: number) => boolean;
  readonly run: (given: Given) => Promise<void>;
}

/** An option that was given a text. */
export function textOf(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
