import { z } from 'zod';
import { messageIdSchema } from '../../model/ids';
import { searchFiltersSchema, type MessageDetail, type SearchAnswer } from '../../model/search';
import { defineCall } from '../define-call';
import { pageLimit, text } from './common-inputs';

/** The search over titles, messages and summaries, and what is known of one hit. */
export const searchCalls = {
  'search.find': defineCall<SearchAnswer>()(
    z.strictObject({ query: text, filters: searchFiltersSchema, limit: pageLimit }),
  ),
  /** Errors: `not-found`. */
  'search.detail': defineCall<MessageDetail>()(z.strictObject({ messageId: messageIdSchema })),
} as const;
