import type { FactHit, SearchAnswer, SearchHit, SummaryHit } from '../../shared/model/search';
import type { SessionId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';
import type { ShownFilters } from '../stores/search-state';

/** Messages of one chat that are listed while other chats have some too. */
const SHOWN_OF_EACH = 5;

/** The hits of one chat. */
export interface HitGroup {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly messages: readonly SearchHit[];
  readonly summaries: readonly SummaryHit[];
  /** All that match in this chat, listed or not. */
  readonly total: number;
}

/** What a search shows. */
export interface HitView {
  readonly titles: readonly Session[];
  readonly facts: readonly FactHit[];
  /** In the order of their best hits. */
  readonly groups: readonly HitGroup[];
  readonly counts: Readonly<Record<ShownFilters['kind'], number>>;
  /** Chats in which anything was found. */
  readonly chats: number;
}

/** Puts what was found together by chat, as far as the kind that is shown alone allows. */
export function hitView(
  found: SearchAnswer,
  { kind, sessionId }: Pick<ShownFilters, 'kind' | 'sessionId'>,
): HitView {
  const messageTotal = found.perChat.reduce((sum, { count }) => sum + count, 0);
  const counts = {
    messages: messageTotal,
    summaries: found.summaries.length,
    titles: found.titles.length,
    facts: found.facts.length,
    all: messageTotal + found.summaries.length + found.titles.length + found.facts.length,
  };
  const messages = kind === 'all' || kind === 'messages' ? found.messages : [];
  const summaries = kind === 'all' || kind === 'summaries' ? found.summaries : [];
  const totals = new Map(found.perChat.map(({ sessionId: chat, count }) => [chat, count]));
  const order = new Map([...messages, ...summaries].map((hit) => [hit.sessionId, hit.sessionTitle]));
  const most = order.size === 1 || sessionId !== null ? Infinity : SHOWN_OF_EACH;
  const groups = [...order].map(([chat, title]) => {
    const own = summaries.filter((hit) => hit.sessionId === chat);
    const said = messages.filter((hit) => hit.sessionId === chat);
    const total = own.length + (said.length === 0 ? 0 : Math.max(said.length, totals.get(chat) ?? 0));
    return { sessionId: chat, title, messages: said.slice(0, most), summaries: own, total };
  });
  const chats = new Set([
    ...found.perChat.map((each) => each.sessionId),
    ...found.summaries.map((each) => each.sessionId),
    ...found.titles.map((each) => each.id),
  ]).size;
  const titles = kind === 'all' || kind === 'titles' ? found.titles : [];
  const facts = kind === 'all' || kind === 'facts' ? found.facts : [];
  return { titles, facts, groups, counts, chats };
}
