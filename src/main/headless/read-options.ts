import { headless as words } from '../../shared/catalogue/en/headless';
import { AppError } from '../../shared/errors';
import { sessionIdSchema, type SessionId } from '../../shared/model/ids';
import { textOf, type Given } from './command';

/** `--limit`, 1–100. Errors: `bad-input`. */
export function readLimit(given: Given, usual: number): number {
  const text = textOf(given, 'limit');
  if (text === undefined) return usual;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new AppError('bad-input', words.badLimit);
  return limit;
}

/** The id of a chat; null where none is given. Errors: `bad-input`. */
export function readSessionId(given: Given, name: string): SessionId | null {
  const text = textOf(given, name);
  return text === undefined ? null : parseSessionId(text);
}

/** Errors: `bad-input`. */
export function parseSessionId(text: string): SessionId {
  const parsed = sessionIdSchema.safeParse(text);
  if (!parsed.success) throw new AppError('bad-input', words.badId);
  return parsed.data;
}
