import type { ToolRule } from '../../shared/model/tool-rule';
import type { Tool } from '../memory/ports/tool';

/** A tool with the rule the user gave it. */
export interface RuledTool {
  readonly tool: Tool;
  readonly rule: Exclude<ToolRule, 'off'>;
}
