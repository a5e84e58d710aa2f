import { describe, expect, it } from 'vitest';
import { ContextOverflowError } from '../../src/main/memory/ports/context-overflow-error';
import { toNetworkError } from '../../src/main/provider/network-error';
import { toProviderError, type RequestInfo } from '../../src/main/provider/provider-error';
import { readServerFault, ServerFaultError } from '../../src/main/provider/server-fault';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { AppErrorKind } from '../../src/shared/errors';

const words = catalogue.provider;
const info: RequestInfo = { what: 'chat', model: 'test-chat', apiKey: 'sk-test-1234567890' };
const fromBody = (body: unknown, status: number | null, more: Partial<RequestInfo> = {}) =>
  toProviderError(new ServerFaultError(readServerFault(body, status)), { ...info, ...more });

/** As `fetch` fails in Node: the reason lies in a cause. */
const failed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`x ${code}`), { code }) });

describe('what a failed connection says', () => {
  it.each<[string, keyof typeof words.network]>([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'closed'],
    ['UND_ERR_SOCKET', 'closed'],
    ['ENETUNREACH', 'offline'],
    ['EHOSTUNREACH', 'offline'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['EWHATEVER', 'other'],
  ])('in Node at %s', (code, reason) => {
    expect(toNetworkError(failed(code), 'chat')).toMatchObject({
      kind: 'network',
      message: words.network[reason]('chat'),
      retryable: reason !== 'tls',
    });
  });

  it.each<[string, keyof typeof words.network]>([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_CONNECTION_RESET', 'closed'],
    ['net::ERR_EMPTY_RESPONSE', 'closed'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_FAILED', 'other'],
  ])('in Electron at %s', (message, reason) => {
    expect(toNetworkError(new Error(message), 'embedding').message).toBe(words.network[reason]('embedding'));
  });

  it.each(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'net::ERR_CONNECTION_TIMED_OUT'])('at %s', (code) => {
    expect(toNetworkError(failed(code), 'chat')).toMatchObject({ kind: 'timeout', retryable: true });
  });

  it('where several addresses of one name were tried', () => {
    const tried = ['ECONNREFUSED', 'ECONNREFUSED'].map((code) => Object.assign(new Error(code), { code }));
    const error = new TypeError('fetch failed', { cause: new AggregateError(tried) });
    expect(toNetworkError(error, 'chat').message).toBe(words.network.refused('chat'));
  });

  it('where what was thrown is no error at all', () => {
    expect(toNetworkError('odd', 'models')).toMatchObject({ kind: 'network', retryable: true });
  });
});

describe('what a server says when it refuses', () => {
  it.each<[AppErrorKind, unknown, number | null]>([
    ['auth', {}, 401],
    ['auth', { error: { code: 'invalid_api_key' } }, null],
    ['auth', { error: { type: 'authentication_error' } }, 400],
    ['quota', { error: { type: 'insufficient_quota' } }, 429],
    ['quota', {}, 402],
    ['rate-limit', { error: { code: 429, message: 'slow down' } }, null],
    ['not-found', { error: { code: 'model_not_found' } }, 400],
    ['server', { error: { code: '502' } }, null],
    ['server', undefined, 599],
    ['bad-response', { error: { code: 400 } }, null],
  ])('is %s for %j with %s', (kind, body, status) => {
    expect(fromBody(body, status).kind).toBe(kind);
  });

  it('tells an unknown model from a wrong address', () => {
    const unknown = fromBody({ error: { message: 'model "x" not found, try pulling it first' } }, 404);
    expect(unknown.message).toBe(words.unknownModel('chat', 'test-chat'));
    expect(fromBody('404 page not found', 404).message).toBe(words.nothingThere('chat'));
    expect(fromBody({ error: { message: 'no model' } }, 404, { model: null }).message).toBe(
      words.nothingThere('chat'),
    );
  });

  it('tells the window of a context that is too long, and that it may be tried again shorter', () => {
    const error = fromBody({ error: { message: 'maximum context length is 4,096 tokens' } }, 400);
    expect(error).toBeInstanceOf(ContextOverflowError);
    expect(error).toMatchObject({ windowTokens: 4_096, retryable: true, message: words.overflow(4_096) });
    expect(error.message).toContain('4,096');
  });

  it('says that a text is too long where an embedding was asked for', () => {
    const error = fromBody({ error: { message: 'maximum context length is 512' } }, 400, {
      what: 'embedding',
    });
    expect(error).toMatchObject({ kind: 'bad-response', retryable: false, message: words.textTooLong });
  });

  it.each<[string, unknown, string]>([
    ['its words', { error: { message: 'n must be 1' } }, 'n must be 1.'],
    ['no key', { error: { message: 'bad key sk-test-1234567890 given' } }, 'bad key ••• given.'],
    ['no part of any key', { error: { message: 'bad sk-proj-ab***yz, Bearer abcd' } }, 'bad … …'],
    ['nothing that looks like one', { error: { message: `bad ${'a1'.repeat(20)}` } }, 'bad …'],
    ['no echo of the request', { message: `wrong: {"messages":["secret"]}` }, 'wrong:.'],
    ['no long quote', { detail: `cannot read "${'my secret '.repeat(5)}"` }, 'cannot read “…”.'],
    [
      'no input of a list of complaints',
      { detail: [{ loc: ['body', 'n'], msg: 'too big', input: 'secret' }] },
      'body.n: too big.',
    ],
    ['no web page', '<html>secret</html>', ''],
    ['no control characters', { error: 'one\u0000\n\u202etwo' }, 'one two.'],
    ['a sentence, no essay', { error: 'word '.repeat(100) }, `${'word '.repeat(32)}…`],
  ])('repeats %s', (_name, body, detail) => {
    expect(fromBody(body, 400).message).toBe(words.refused('chat', 400, detail));
  });

  it('repeats a word that is a key of three letters', () => {
    expect(fromBody({ error: 'not a number' }, 400, { apiKey: 'a' }).message).toContain('not a number');
  });

  it('keeps no words of the server as a cause, which the log would get', () => {
    expect(fromBody({ error: { message: 'secret' } }, 500).cause).toBeUndefined();
  });
});
