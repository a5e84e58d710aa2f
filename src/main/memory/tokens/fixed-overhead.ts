/** Tokens around each message's content: 3 of framing and 1 for its role (OpenAI cookbook). */
export const messageOverheadTokens = 4;

/** Tokens that prime the reply, once a request (OpenAI cookbook). */
export const replyPrimingTokens = 3;
