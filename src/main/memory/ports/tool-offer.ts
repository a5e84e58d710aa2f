/** A tool as a model is told of it. */
export interface ToolOffer {
  readonly name: string;
  /** What it does and when to use it, to the model. */
  readonly description: string;
  /** JSON schema of its arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
}
