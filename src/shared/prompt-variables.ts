/** `{{name}}`: letters, digits, spaces, `-` and `_`, at most 40 of them. */
const variable = /\{\{\s*([\p{L}\p{N}][\p{L}\p{N} _-]{0,39}?)\s*\}\}/gu;

/** The variables Engram fills by itself, in a preset and in a system prompt. */
export const knownVariables = ['date', 'time', 'user', 'chat', 'model'] as const;
/** One of {@link knownVariables}. */
export type KnownVariable = (typeof knownVariables)[number];

/** Values of variables, by name in lower case. */
export type VariableValues = ReadonlyMap<string, string>;

/** The names of the variables in a text, in order, each once; case does not tell two apart. */
export function variablesOf(text: string): readonly string[] {
  const names = new Map<string, string>();
  for (const [, name = ''] of text.matchAll(variable)) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

/** Puts values in the place of variables, once over: what a value says is not read again. Those without one stay. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replaceAll(variable, (whole, name: string) => values.get(name.toLowerCase()) ?? whole);
}

/** What Engram knows at a time (milliseconds since 1970), of a chat and who is asked in it. */
export function knownValues(
  now: number,
  { user, chat, model }: { readonly user: string; readonly chat: string; readonly model: string },
): VariableValues {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(now);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(now);
  const values: Record<KnownVariable, string> = { date, time, user, chat, model };
  return new Map(Object.entries(values));
}
