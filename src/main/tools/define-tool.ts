import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { once } from '../../shared/once';
import type { Tool, ToolContext } from '../memory/ports/tool';

/** What one tool is made of. */
export interface ToolDefinition<Input extends z.ZodObject> {
  /** As the model calls it: lower case, with underscores. */
  readonly name: string;
  /** What it does and when to use it, to the model. */
  readonly description: string;
  /** Its arguments; each described. */
  readonly input: Input;
  /** Whether it changes anything: then it never runs without the user's word. */
  readonly hasEffect: boolean;
  /** Whether its results repeat memory: they are then never remembered. */
  readonly repeatsMemory: boolean;
  readonly run: (input: z.output<Input>, context: ToolContext) => Promise<string> | string;
}

/** Makes a tool: its arguments are checked before it runs. */
export function defineTool<Input extends z.ZodObject>(definition: ToolDefinition<Input>): Tool {
  const { name, description, hasEffect, repeatsMemory } = definition;
  const parameters = once(() => parametersOf(definition.input));
  return {
    offer: {
      name,
      description,
      get parameters() {
        return parameters();
      },
    },
    hasEffect,
    repeatsMemory,
    run: async (input, context) => {
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) throw new AppError('bad-input', z.prettifyError(parsed.error));
      return definition.run(parsed.data, context);
    },
  };
}

/** The schema as models are told it: patterns are long, and checked here anyway. */
function parametersOf(input: z.ZodObject): Readonly<Record<string, unknown>> {
  const { $schema: _version, ...parameters } = z.toJSONSchema(input, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.pattern;
      delete jsonSchema.format;
    },
  });
  return parameters;
}
