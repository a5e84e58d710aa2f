import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';

const words = catalogue.storage;

const recoverySchema = z.object({
  damagedPath: z.string(),
  sessions: z.number().int(),
  messages: z.number().int(),
  /** Tables of which a part could not be read. */
  incomplete: z.array(z.string()).readonly(),
});

/** How a database was salvaged: where the damaged file lies and what was found in it. */
export type Recovery = Readonly<z.infer<typeof recoverySchema>>;

/** What the user must be told about the database that was opened; `text` says it in words. */
export type OpenNotice = { readonly severity: 'info' | 'warning' | 'error'; readonly text: string } & (
  | { readonly kind: 'recovered'; readonly recovery: Recovery }
  /** The database was missing or empty where there had been one. */
  | { readonly kind: 'started-empty' }
  /** A backup took the place of the database, or could not. */
  | { readonly kind: 'restored' | 'not-restored' }
  /** The last changes of an unclean exit are gone with the file that held them. */
  | { readonly kind: 'log-missing' }
);

/** Tells of a recovery. */
export function recoveredNotice(recovery: Recovery): OpenNotice {
  const { sessions, messages, damagedPath } = recovery;
  const text = words.recovered({ sessions, messages, path: damagedPath });
  return { kind: 'recovered', severity: 'warning', text, recovery };
}

/** Reads what {@link Recovery} was stored as; null for anything else. */
export function parseRecovery(stored: string | null): Recovery | null {
  if (stored === null) return null;
  try {
    return recoverySchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
