/** An option that cannot be; the message is one sentence for whoever gave it. */
export class UsageError extends Error {}

/** What a command was asked to do: run, or explain itself, with what was wrong if anything was. */
export type Asked<Options> =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'explain'; readonly complaint: string | null };

/** Reads options; what cannot be read becomes a complaint, a fault of our own stays one. */
export function askedOf<Options>(read: () => Options | 'help'): Asked<Options> {
  try {
    const options = read();
    return options === 'help' ? { kind: 'explain', complaint: null } : { kind: 'run', options };
  } catch (error) {
    const complaint = complaintOf(error);
    if (complaint === null) throw error;
    return { kind: 'explain', complaint };
  }
}

function complaintOf(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  const isOfArguments =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  // The runtime goes on about how to give a positional argument, and no command here takes one.
  return isOfArguments ? (error.message.split('. ')[0] ?? error.message).replace(/\.?$/, '.') : null;
}

/** The options a command runs with. It ends here where there are none: 0 after `--help`, 2 after a complaint. */
export function optionsOrExit<Options>(usage: string, read: () => Options | 'help'): Options {
  const asked = askedOf(read);
  if (asked.kind === 'run') return asked.options;
  process.stderr.write(asked.complaint === null ? `${usage}\n` : `${asked.complaint}\n\n${usage}\n`);
  process.exit(asked.complaint === null ? 0 : 2);
}

/**
 * A whole number of at least `least`.
 *
 * @throws UsageError for anything else.
 */
export function wholeNumber(option: string, text: string, least = 1): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`${option} takes a whole number of at least ${String(least)}, not “${text}”.`);
  }
  return value;
}
