/** One evaluation of the command `npm run eval`. */
export interface Suite {
  readonly usage: string;
  /** Runs with the arguments after its name; the exit code, or null where the arguments do not fit. */
  readonly run: (args: readonly string[]) => Promise<number | null>;
}
