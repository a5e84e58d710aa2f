/** What servers differ in about one and the same request. */
export interface RequestShape {
  /** Whether the token counts may be asked for. */
  readonly asksForUsage: boolean;
  readonly takesTemperature: boolean;
  /** Whether tools may be offered; without, earlier calls and results are told in words. */
  readonly takesTools: boolean;
  /** The name of the reply's limit. */
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
  /** Reply tokens the model writes at most, as its server said; null where it did not. */
  readonly mostReplyTokens: number | null;
  /** Where system messages may stand: anywhere, as one at the beginning, or only within the user's first message. */
  readonly systemMessages: 'anywhere' | 'one-first' | 'in-user';
}

/** OpenAI's o series and everything from GPT-5 on, under a router's prefix too. */
const reasoningName = /^(?:.*\/)?(?:o[1-9]\d*(?:$|-)|gpt-(?:[5-9]|[1-9]\d)(?:$|[.-]))/;

/** Whether a model thinks before it speaks, and therefore takes other parameters and more time. */
export function isReasoningModel(model: string): boolean {
  return reasoningName.test(model.toLowerCase());
}

/** What a model takes as far as its name tells. */
export function usualShape(model: string): RequestShape {
  const isReasoning = isReasoningModel(model);
  return {
    asksForUsage: true,
    takesTemperature: !isReasoning,
    takesTools: true,
    limitName: isReasoning ? 'max_completion_tokens' : 'max_tokens',
    mostReplyTokens: null,
    systemMessages: 'anywhere',
  };
}
