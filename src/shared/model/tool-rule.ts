import { z } from 'zod';

/**
 * When a tool may be used. Tools that change something know `ask` (for each call, or for the rest of a chat once the user
 * says so) and `ask-always`; the others are `on` or `off`.
 */
export const toolRuleSchema = z.enum(['off', 'on', 'ask', 'ask-always']);
/** See {@link toolRuleSchema}. */
export type ToolRule = z.infer<typeof toolRuleSchema>;

/** The rules a tool can have. */
export function rulesFor(hasEffect: boolean): readonly ToolRule[] {
  return hasEffect ? ['off', 'ask', 'ask-always'] : ['off', 'on'];
}

/** The rule in force: a tool with an effect always asks, whatever the settings say. */
export function ruleInForce(
  name: string,
  hasEffect: boolean,
  rules: Readonly<Record<string, ToolRule>>,
): ToolRule {
  const usual = hasEffect ? 'ask' : 'on';
  const chosen = rules[name] ?? usual;
  return rulesFor(hasEffect).includes(chosen) ? chosen : usual;
}

/** A tool as the settings show it. */
export interface ToolView {
  readonly name: string;
  readonly hasEffect: boolean;
  readonly rule: ToolRule;
}
