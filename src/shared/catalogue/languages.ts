/** The languages of the interface. */
export const languages = ['en', 'de'] as const;

/** See {@link languages}. */
export type Language = (typeof languages)[number];

/** The name by which main tells its threads, and the argument by which it tells the page. */
export const languageVariable = 'ENGRAM_LANGUAGE';
/** See {@link languageVariable}. */
export const languageArgument = '--engram-language=';
