import { parseArgs } from 'node:util';
import { headless as words } from '../../shared/catalogue/en/headless';
import { AppError, toErrorShape } from '../../shared/errors';
import { allCommands } from './all-commands';
import type { Command, Given, Output } from './command';
import { exitCodeOf, exitCodes } from './exit-codes';
import { findDataFolder } from './program-folder';
import type { Workers } from './workers';

/** What surrounds a command. */
export interface Surroundings {
  readonly version: string;
  readonly workers: Workers;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

const common = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function createOutput({ stdin, stdout, stderr }: Surroundings, isJson: boolean): Output {
  const line = (stream: NodeJS.WritableStream, text: string): void => void stream.write(`${text}\n`);
  return {
    isJson,
    say: (text) => {
      if (!isJson) line(stdout, text);
    },
    write: (text) => {
      if (!isJson) stdout.write(text);
    },
    tell: (text) => {
      line(stderr, text);
    },
    result: (value) => {
      if (isJson) line(stdout, JSON.stringify(value, null, 2));
    },
    input: stdin,
    raw: stdout,
  };
}

function parse(command: Command, args: readonly string[]) {
  try {
    const options = { ...common, ...command.options };
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.values.help !== true && !command.takes(parsed.positionals.length)) {
      throw new Error('');
    }
    return parsed;
  } catch (error) {
    const problem = error instanceof Error ? error.message : '';
    throw new AppError('bad-input', words.wrongUse(command.usage, problem));
  }
}

async function run(args: readonly string[], around: Surroundings): Promise<void> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h') {
    around.stdout.write(`${words.usage(allCommands.map(({ usage, about }) => [usage, about]))}\n`);
    return;
  }
  const command = allCommands.find((known) => known.name === name);
  if (command === undefined) throw new AppError('bad-input', words.unknownCommand(name));
  const { values, positionals } = parse(command, rest);
  if (values.help === true) {
    around.stdout.write(`${words.commandUsage(command.usage, command.about)}\n`);
    return;
  }
  const { version, workers, environment, signal } = around;
  const given: Given = {
    positionals,
    values,
    dataFolder: findDataFolder(typeof values.data === 'string' ? values.data : undefined, environment),
    version,
    workers,
    environment,
    output: createOutput(around, values.json === true),
    signal,
  };
  await command.run(given);
}

/** Runs one command; errors become a line on standard error (with `--json` an object there) and an exit code. */
export async function runCommandLine(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    await run(args, around);
    return around.signal.aborted ? exitCodes.cancelled : exitCodes.done;
  } catch (error) {
    if (around.signal.aborted) return exitCodes.cancelled;
    const shape = toErrorShape(error);
    const isBug = !(error instanceof AppError);
    const detail = isBug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
    around.stderr.write(
      args.includes('--json') ? `${JSON.stringify({ error: shape })}\n` : `${shape.message}${detail}\n`,
    );
    return exitCodeOf(shape.kind);
  }
}
