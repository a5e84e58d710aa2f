import { german } from './de/german';
import { english } from './en/english';
import { language } from './language';
import type { Words } from './words';

/** The words of every language the interface speaks. */
export const catalogues: Readonly<Record<typeof language, Words<typeof english>>> = {
  en: english,
  de: german,
};

/** Every string of the interface, by place, in the language this process was started with. */
export const catalogue = catalogues[language];
