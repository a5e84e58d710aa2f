import { catalogue } from '../../shared/catalogue/catalogue';

/** A chat's title, or the words for a chat that has none yet. */
export function titleOf(session: { readonly title: string }): string {
  return session.title.trim() === '' ? catalogue.chats.untitled : session.title;
}
