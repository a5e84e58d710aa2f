import type { StoredSession } from '../../storage/tables/session-table';

/** A title of the first words of the first message, for a session that nobody named. */
export function autoTitle(
  session: StoredSession,
  text: string,
): Pick<StoredSession, 'title' | 'titleSource'> {
  const words = text.trim().replaceAll(/\s+/gu, ' ');
  if (session.titleSource !== 'none' || words === '') return session;
  const characters = Array.from(words);
  const title = characters.length <= 48 ? words : `${characters.slice(0, 47).join('').trimEnd()}…`;
  return { title, titleSource: 'auto' };
}
