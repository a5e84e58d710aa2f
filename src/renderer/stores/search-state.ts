import type { AppErrorShape } from '../../shared/errors';
import type { MessageId } from '../../shared/model/ids';
import type { MessageDetail, SearchAnswer, SearchFilters } from '../../shared/model/search';

/** The kinds of hits that can be shown alone. */
export const hitKinds = ['all', 'messages', 'summaries', 'facts', 'titles'] as const;
/** One of {@link hitKinds}. */
export type HitKind = (typeof hitKinds)[number];

/** How far back a search looks. */
export const searchSpans = ['any', 'week', 'month', 'year'] as const;
/** One of {@link searchSpans}. */
export type SearchSpan = (typeof searchSpans)[number];

/** What narrows a search as the page shows it. */
export interface ShownFilters extends Pick<SearchFilters, 'sessionId' | 'role'> {
  readonly kind: HitKind;
  readonly span: SearchSpan;
}

/** The search over all chats: their titles, messages and summaries. */
export interface SearchSlice {
  readonly isSearchOpen: boolean;
  readonly query: string;
  readonly filters: ShownFilters;
  /** Null while there is no answer to the query yet. */
  readonly found: SearchAnswer | null;
  /** How long the answer took, in milliseconds. */
  readonly foundMs: number;
  readonly searchError: AppErrorShape | null;
  /** What is known of the chosen message; null while none is chosen or its detail is read. */
  readonly detail: MessageDetail | null;
  /** Opens the search, narrowed as asked; its last words are still there. */
  readonly openSearch: (filters?: Partial<ShownFilters>) => void;
  readonly closeSearch: () => void;
  readonly search: (query: string) => void;
  readonly setFilters: (change: Partial<ShownFilters>) => void;
  /** Asks the same again, at once. */
  readonly searchAgain: () => Promise<void>;
  /** Reads what is known of a message; null lets go of it. */
  readonly showDetail: (messageId: MessageId | null) => Promise<void>;
}
