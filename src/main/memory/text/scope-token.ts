import type { SessionId, UserId } from '../../../shared/model/ids';

/**
 * Private-use characters: `unicode61` takes them for letters, `splitWords` never lets one through, so nothing a
 * user writes can make, or be the beginning of, a scope token.
 */
const USER_MARK = '\uE000';
const SESSION_MARK = '\uE001';

/** The word that stands for the user in each of his search texts. */
export function userToken(userId: UserId): string {
  return `${USER_MARK}${userId.replaceAll('-', '').toLowerCase()}`;
}

/** The word that stands for the session in each of its search texts. */
export function sessionToken(sessionId: SessionId): string {
  return `${SESSION_MARK}${sessionId.replaceAll('-', '').toLowerCase()}`;
}
