import type * as OpenAiLibrary from 'openai';

let loaded: typeof OpenAiLibrary | null = null;

/** Loads the library when a server is first asked: it is half of what a start would read, and a chat without a server never needs it. */
export async function loadOpenAi(): Promise<typeof OpenAiLibrary> {
  loaded ??= await import('openai');
  return loaded;
}

/** The library; null where it was never loaded, and nothing can have thrown one of its errors. */
export function loadedOpenAi(): typeof OpenAiLibrary | null {
  return loaded;
}
