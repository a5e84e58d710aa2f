/** What a server said when it refused or failed, in the one form that all of theirs are brought to. */
export interface ServerFault {
  /** Of the HTTP answer; null for an error inside a good answer that names none. */
  readonly status: number | null;
  /** The server's words, unchecked: only cleaned parts of them may be shown. */
  readonly message: string;
  readonly code: string | null;
  readonly type: string | null;
  /** The parameter it complains of. */
  readonly parameter: string | null;
  /** The model's window in tokens, where the server says it in a field. */
  readonly windowTokens: number | null;
}

/** A fault on its way to the one mapping, as an error so that it can be thrown. */
export class ServerFaultError extends Error {
  readonly fault: ServerFault;

  constructor(fault: ServerFault) {
    super('the server answered with an error');
    this.name = 'ServerFaultError';
    this.fault = fault;
  }
}

/**
 * Reads a server's error from its parsed body: OpenAI's `{ error: { message, code, type, param } }`, the same without
 * the wrapper, `{ error: "…" }`, FastAPI's `{ detail: … }`, or plain text.
 */
export function readServerFault(body: unknown, status: number | null): ServerFault {
  const wrapped = isRecord(body) && 'error' in body && body['error'] !== null ? body['error'] : body;
  const fields = isRecord(wrapped) ? wrapped : {};
  const code = fields['code'];
  return {
    status: status ?? statusIn(code) ?? statusIn(fields['status']),
    message: wordsOf(wrapped),
    code: typeof code === 'string' ? code : null,
    type: textOrNull(fields['type']),
    parameter: textOrNull(fields['param']),
    windowTokens: positiveInteger(fields['n_ctx']),
  };
}

/** Whether a value has fields to look into. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  // FastAPI lists complaints, each with its place; what was sent stands in `input` and is left out.
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('; ');
  if (!isRecord(value)) return '';
  const { msg, loc, message, detail } = value;
  if (typeof msg === 'string') return `${Array.isArray(loc) ? loc.join('.') : ''}: ${msg}`;
  return wordsOf(message ?? detail);
}

function statusIn(code: unknown): number | null {
  const number = typeof code === 'string' ? Number(code) : code;
  return typeof number === 'number' && number >= 400 && number <= 599 ? number : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function positiveInteger(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}
