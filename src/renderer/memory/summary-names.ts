import { catalogue } from '../../shared/catalogue/catalogue';
import type { Summary } from '../../shared/model/summary';

const words = catalogue.summaries;

/** The first tries that were written once more. */
export function retriedVersions(summaries: readonly Summary[]): ReadonlySet<Summary['id']> {
  return new Set(summaries.flatMap(({ retryOf }) => (retryOf === null ? [] : [retryOf])));
}

/** How a version is called: two tries share its number. */
export function nameOfVersion(summary: Summary, retried: ReadonlySet<Summary['id']>): string {
  return retried.has(summary.id) ? words.firstTry(summary.version) : words.version(summary.version);
}
