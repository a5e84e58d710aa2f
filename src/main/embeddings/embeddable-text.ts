const loneSurrogate = /\p{Surrogate}/gu;

/**
 * The text as every model takes it: a blank text becomes one space, half a character the replacement character.
 *
 * Measured: the bundled model drops an empty text from its batch, which shifts every answer after it; OpenAI
 * refuses the whole batch.
 */
export function embeddableText(text: string): string {
  return text.trim() === '' ? ' ' : text.replace(loneSurrogate, '\ufffd');
}
