import { languages, languageVariable, type Language } from './languages';

/** Main and its threads are told by their environment, the page by its bridge; whoever is told nothing speaks English. */
interface Told {
  readonly engramLanguage?: unknown;
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

const { engramLanguage, process } = globalThis as Told;
const told = engramLanguage ?? process?.env?.[languageVariable];

/** The language of this process. Words are read once, so that a change needs a new start. */
export const language: Language = languages.find((each) => each === told) ?? 'en';

/** How numbers and dates are written in it. */
export const locale = { en: 'en-GB', de: 'de-DE' }[language];
