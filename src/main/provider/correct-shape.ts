import { findOverflow } from './find-overflow';
import type { RequestShape } from './request-shape';
import type { ServerFault } from './server-fault';

/** Statuses that are about the key, the address or the load, never about a parameter. */
const otherStatuses: ReadonlySet<number> = new Set([401, 402, 403, 404, 408, 409, 413, 429]);

const systemWords =
  /roles? must alternate|alternat\w* (?:between )?user|(?:only one|multiple|single) system|system (?:message|prompt|role)s? (?:must|should|can|has to|is not|are not|not)|only user(?:,| and) .*roles are|role .?system.? after/;
/** A complaint about a parameter's value, which another name would not heal. */
const valueWords = /too (?:large|big|high|low|small)|at most|at least|greater|less|exceed|<=|>=/;
const mostReplyWords = /at most ([\d,]+) (?:completion|output) tokens/;

/**
 * Ollama: "does not support tools"; vLLM: "tool choice requires --enable-auto-tool-choice"; llama.cpp: "tools param
 * requires --jinja flag"; OpenRouter: "No endpoints found that support tool use"; others name the parameter.
 */
const toolWords =
  /\b(?:tools?|tool_choice|functions?|function.calling)\b.*\b(?:not|requires?|unsupported|unknown|unrecognized|extra|permitted)\b|\b(?:not|no|unsupported|unknown|unrecognized|unexpected)\b.*\b(?:tools?|tool_choice|tool.use|function.?calling)\b/;

function isOther(fault: ServerFault): boolean {
  return fault.status !== null && otherStatuses.has(fault.status);
}

/**
 * What to change of a request that was refused for its form; null where the refusal is about something else or the
 * change was made already. Each part changes once at most, so corrections come to an end.
 */
export function correctShape(
  fault: ServerFault,
  shape: RequestShape,
  usual: RequestShape,
): Partial<RequestShape> | null {
  const words = fault.message.toLowerCase();
  // A router answers 404 where none of its servers takes tools.
  if (shape.takesTools && toolWords.test(words) && (fault.status === 404 || !isOther(fault))) {
    return { takesTools: false };
  }
  if (isOther(fault)) return null;
  const mostReplyTokens = Number(mostReplyWords.exec(words)?.[1]?.replaceAll(',', ''));
  if (mostReplyTokens > 0) return shape.mostReplyTokens === null ? { mostReplyTokens } : null;
  // “max_tokens is too large: this model's maximum context length is …” is no complaint about a parameter.
  if (findOverflow(fault) !== null) return null;
  const names = (parameter: string): boolean =>
    fault.parameter === parameter || new RegExp(`\\b${parameter}\\b`).test(words);

  if (shape.asksForUsage && (names('stream_options') || names('include_usage')))
    return { asksForUsage: false };
  if (shape.takesTemperature && names('temperature')) return { takesTemperature: false };
  if (shape.limitName === usual.limitName && names(shape.limitName) && !valueWords.test(words)) {
    return { limitName: shape.limitName === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
  }
  if (shape.systemMessages !== 'in-user' && systemWords.test(words)) {
    return { systemMessages: shape.systemMessages === 'anywhere' ? 'one-first' : 'in-user' };
  }
  return null;
}
