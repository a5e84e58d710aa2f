/** Every figure of the scoring; one file of them belongs to each embedder. */
export interface RankingWeights {
  /** BM25 saturation of repeated terms. */
  readonly saturation: number;
  /** BM25 penalty for length, 0 none to 1 full. */
  readonly lengthPenalty: number;
  /** A pair of adjacent query words counts this much of a word. */
  readonly pair: number;
  /** Messages to each side that make the window of a message. */
  readonly windowRadius: number;
  /** Weight of the window's BM25 beside the message's own, both as a share of the best. */
  readonly window: number;
  /** Weight of the keyword score, which is a share of the best. */
  readonly keyword: number;
  /** Weight of the cosine, stretched to 0–1 over the documents; 0 without an embedder. */
  readonly vector: number;
  /** Share of that weight where the query asks when: it names an event, and an event is found by its words. */
  readonly vectorOfWhen: number;
  /** Share of the nearest sentence in how near a message is in meaning, beside the message as a whole; 0 where sentences are not embedded. */
  readonly sentence: number;
  /** Share of the previous message's score that flows into the next. */
  readonly fromPrevious: number;
  /** The same where the previous message asks something. */
  readonly fromQuestion: number;
  /** Share of the next message's score. */
  readonly fromNext: number;
  /** Share of what flows in from both sides where the query asks for a judgement. */
  readonly ofJudgement: number;
  /** For a message by the speaker whom the query names. */
  readonly speaker: number;
  /** For a message that ends in a question; negative. */
  readonly asking: number;
  /** For a message of 60 words or more; shorter ones get less, by the logarithm. */
  readonly length: number;
  /** For a message that mentions a time, where the query asks when. */
  readonly time: number;
  /** For each kind of answer the query asks for (a place, a number, a title) that stands in the message. */
  readonly answer: number;
  /** For one of the first messages of a chat, which tell what it is about. */
  readonly opening: number;
  /** For a message that names a date the query names. */
  readonly namedDate: number;
  /** For a message written on a date the query names. */
  readonly writtenDate: number;
  /** Weight of the mean of the three best scores of the message's session. */
  readonly session: number;
  /** What changes where the query asks for several things, which were said at different times. */
  readonly several: SeveralWeights;
  /** Final score below which nothing is sent; the ranking itself never looks at it. */
  readonly floor: number;
}

/** Weights for a query that asks for several things: each message counts for itself, less for what stands around it. */
export interface SeveralWeights extends Pick<RankingWeights, 'fromPrevious' | 'fromQuestion' | 'session'> {
  /** What a message loses for each better one of its chat, so that more chats have their say. */
  readonly spread: number;
}
