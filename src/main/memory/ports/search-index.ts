import type { MessageId, UserId } from '../../../shared/model/ids';
import type { MessageDetail, SearchAnswer, SearchFilters } from '../../../shared/model/search';

/** Search over everything a user can read, as he types. */
export interface SearchIndex {
  /** Titles, messages and summaries that hold all words of the query; at most `limit` of each. */
  searchAll(input: {
    readonly userId: UserId;
    readonly query: string;
    readonly filters: SearchFilters;
    readonly limit: number;
  }): Promise<SearchAnswer>;
  /** A live message, its neighbours, and what memory used it for. Errors: `not-found`. */
  readDetail(input: { readonly userId: UserId; readonly messageId: MessageId }): Promise<MessageDetail>;
}
