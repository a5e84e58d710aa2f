/** Why a request is made. */
export const networkPurposes = [
  'reply',
  'second-look',
  'question',
  'summary',
  'judge',
  'embedding',
  'profile',
  'title',
  'models',
] as const;
/** See {@link networkPurposes}. */
export type NetworkPurpose = (typeof networkPurposes)[number];

/** A `fetch` that is told why it is asked; what it is not told is for the list of models, or a test. */
export type NetworkFetch = (
  input: Parameters<typeof fetch>[0],
  init?: RequestInit,
  purpose?: NetworkPurpose,
) => Promise<Response>;

/** One request of the program: where to, why, how much, how it ended; never a key nor a word of its content. */
export interface NetworkEntry {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Without the query, which may hold anything. */
  readonly path: string;
  readonly purpose: NetworkPurpose;
  /** `refused`: offline mode was on, so that nothing was sent. `failed`: no answer came, or it broke off. */
  readonly outcome: 'running' | 'done' | 'failed' | 'refused';
  /** Of the answer; null where none came. */
  readonly status: number | null;
  /** Of the bodies; headers are not counted. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Until its end, so far as it has come. */
  readonly ms: number;
}
