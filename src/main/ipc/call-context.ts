/** What a handler knows about its call beside the input. */
export interface CallContext {
  /** Aborted when the program closes; a long call stops then. */
  readonly signal: AbortSignal;
}
