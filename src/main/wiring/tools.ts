import { ruleInForce, type ToolView } from '../../shared/model/tool-rule';
import type { Budgets, Settings } from '../../shared/settings';
import type { RuledTool } from '../chat/ruled-tool';
import { createToolQuestions, type ToolQuestions } from '../chat/tool-questions';
import type { Clock } from '../memory/ports/clock';
import { allTools } from '../tools/all-tools';

/** The tools, as the settings rule them now. */
export interface WiredTools {
  readonly tools: () => readonly RuledTool[];
  readonly toolViews: () => readonly ToolView[];
  readonly questions: ToolQuestions;
  /** Tokens the list of tools takes at most, counted high: main has no tokenizer. */
  readonly toolTokens: (budgets: Budgets) => number;
}

/** Characters a token of JSON has at least, on average. */
const charactersPerToken = 3;
const frameTokens = 8;
const offeredShare = 0.2;

/** Builds them. */
export function wireTools(settings: () => Settings, clock: Clock): WiredTools {
  const toolViews = (): readonly ToolView[] =>
    allTools.map(({ offer: { name }, hasEffect }) => ({
      name,
      hasEffect,
      rule: ruleInForce(name, hasEffect, settings().toolRules),
    }));
  const tools = (): readonly RuledTool[] =>
    allTools.flatMap((tool) => {
      const rule = ruleInForce(tool.offer.name, tool.hasEffect, settings().toolRules);
      return rule === 'off' ? [] : [{ tool, rule }];
    });
  return {
    tools,
    toolViews,
    questions: createToolQuestions(clock),
    toolTokens: ({ maxContextTokens, replyReserveTokens }) => {
      const offers = tools().map(({ tool }) => tool.offer);
      if (offers.length === 0) return 0;
      const tokens = Math.ceil(JSON.stringify(offers).length / charactersPerToken) + frameTokens;
      // In a window this small they will not be offered.
      return tokens > (maxContextTokens - replyReserveTokens) * offeredShare ? 0 : tokens;
    },
  };
}
