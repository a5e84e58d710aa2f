import type { z } from 'zod';

declare const outputType: unique symbol;

/** One call of the contract: its input is checked at run time, its output is typed and made by main alone. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  readonly [outputType]?: Output;
}

/** Declares a call: `defineCall<Output>()(inputSchema)`. */
export function defineCall<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}
