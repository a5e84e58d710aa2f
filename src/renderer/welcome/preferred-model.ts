/** Models that answer well at a small price, the best first. */
const PREFERRED: readonly string[] = ['gpt-4.1-mini', 'gpt-4o-mini', 'gpt-4o'];

/** The model to propose of those a server lists; its first where it has none that we know; empty for an empty list. */
export function preferredModel(models: readonly string[]): string {
  return PREFERRED.find((model) => models.includes(model)) ?? models[0] ?? '';
}
