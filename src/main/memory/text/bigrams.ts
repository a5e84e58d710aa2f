/** The pairs of neighbouring characters, in order; a single character stands for itself. */
export function bigramsOf(characters: readonly string[]): readonly string[] {
  if (characters.length < 2) return characters;
  const pairs: string[] = [];
  for (let index = 1; index < characters.length; index += 1) {
    pairs.push(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`);
  }
  return pairs;
}
