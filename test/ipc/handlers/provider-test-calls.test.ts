import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/shared/errors';
import { providerIdSchema } from '../../../src/shared/model/provider';
import { openAiProvider } from '../../../src/shared/settings';
import { box, openAi, openProviderHandlers, testKey as key } from './open-provider-handlers';

describe('testing a provider', () => {
  it('asks its address with its key and shows the models, sorted', async () => {
    const { disk, asked, server, events, reset, setKey, test } = await openProviderHandlers();
    await setKey(openAi);
    server.answer = async () => {
      disk.clock.advance(120);
      return ['gpt-b', 'gpt-a', 'gpt-b'];
    };
    const tested = await test(openAi);
    expect(tested.test).toEqual({ kind: 'ok', at: disk.clock.now(), ms: 120, models: ['gpt-a', 'gpt-b'] });
    expect(asked).toEqual([{ baseUrl: openAiProvider.baseUrl, apiKey: key }]);
    expect(events.at(-1)).toMatchObject({ payload: { providers: [{ test: tested.test }] } });
    expect(reset).toEqual([openAi, openAi]);
  });

  it('answers with the error when it fails, and keeps the breaker as it was', async () => {
    const { server, reset, list, test } = await openProviderHandlers();
    server.answer = () =>
      Promise.reject(new AppError('rate-limit', 'Wait.', { retryable: true, retryAt: 9 }));
    const tested = await test(openAi);
    const error = { kind: 'rate-limit', message: 'Wait.', retryable: true, retryAt: 9 };
    expect(tested.test).toMatchObject({ kind: 'failed', error });
    expect(await list()).toEqual([tested]);
    expect(reset).toEqual([]);
  });

  it('blots out the key where the server quotes it, whole or in part', async () => {
    const { server, setKey, test } = await openProviderHandlers();
    await setKey(openAi);
    const message = `Incorrect API key: ${key}, ending in ${key.slice(-8)}, beginning with ${key.slice(0, 8)}.`;
    server.answer = () => Promise.reject(new AppError('auth', message));
    expect(await test(openAi)).toMatchObject({
      test: { error: { message: 'Incorrect API key: •••, ending in •••, beginning with •••.' } },
    });
    server.answer = async () => ['gpt', `model-${key}`];
    expect(await test(openAi)).toMatchObject({ test: { models: ['gpt'] } });
  });

  it('leaves a key that is no more than a word out of this: servers without keys take any', async () => {
    const { server, handlers, context, save, test } = await openProviderHandlers();
    const { id } = await save(box);
    await handlers['providers.setKey']({ id, key: 'none' }, context);
    server.answer = () => Promise.reject(new AppError('auth', 'There is none.'));
    expect(await test(id)).toMatchObject({ test: { error: { message: 'There is none.' } } });
  });

  it('passes a bug on without the key, and shows no test', async () => {
    const { server, setKey, list, test } = await openProviderHandlers();
    await setKey(openAi);
    server.answer = () => Promise.reject(new TypeError(`"Bearer ${key}" is an invalid header value.`));
    const bug: unknown = await test(openAi).catch((error: unknown) => error);
    expect(bug).toBeInstanceOf(Error);
    expect(bug).not.toBeInstanceOf(AppError);
    expect((bug as Error).stack).toContain('"Bearer •••" is an invalid header value.');
    expect(`${String(bug)} ${JSON.stringify(bug)}`).not.toContain(key);
    expect(await list()).toMatchObject([{ test: null }]);
  });

  it('ends an earlier test of the same provider, whose answer counts no more', async () => {
    const { server, names, list, save, test } = await openProviderHandlers();
    const { id } = await save(box);
    const before = names().length;
    const late: (() => void)[] = [];
    server.answer = () => new Promise((resolve) => late.push(() => resolve(['late'])));
    const first = test(id);
    const other = test(openAi);
    await expect.poll(() => late.length).toBe(2);
    server.answer = async () => ['new'];
    const second = await test(id);
    late.forEach((answer) => answer());
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    expect(second.test).toMatchObject({ models: ['new'] });
    expect((await other).test).toMatchObject({ models: ['late'] });
    expect((await list())[1]!.test).toEqual(second.test);
    expect(names().slice(before)).toEqual(['providers-changed', 'providers-changed']);
  });

  it('is told to stop when it is superseded, when what it tests changes, and when the program closes', async () => {
    const { server, save, setKey, closing, list, test } = await openProviderHandlers();
    const { id } = await save(box);
    const signals: AbortSignal[] = [];
    server.answer = (_address, signal) =>
      new Promise((_resolve, reject) => {
        signals.push(signal);
        signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.')));
      });
    const started = async (running: Promise<unknown>, count: number) => {
      const ended = expect(running).rejects.toMatchObject({ kind: 'cancelled' });
      await expect.poll(() => signals.length).toBe(count);
      return { ended };
    };
    const first = await started(test(id), 1);
    const second = await started(test(id), 2);
    await first.ended;
    await setKey(id);
    await second.ended;
    const third = await started(test(id), 3);
    await save({ id, ...box, baseUrl: 'https://box.example/v3' });
    await third.ended;
    const fourth = await started(test(id), 4);
    closing.abort();
    await fourth.ended;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
    expect((await list())[1]!.test).toBeNull();
  });

  it('is forgotten when the address or the key changes, and kept when only the name does', async () => {
    const { handlers, context, save, setKey, test } = await openProviderHandlers();
    const { id } = await save(box);
    const tested = await test(id);
    expect(await save({ id, ...box, name: 'New' })).toEqual({ ...tested, name: 'New' });
    expect(await save({ id, ...box, baseUrl: 'https://box.example/v2' })).toMatchObject({ test: null });
    await test(id);
    expect(await setKey(id)).toMatchObject({ test: null });
    await test(id);
    expect(await handlers['providers.removeKey']({ id }, context)).toMatchObject({ test: null });
  });

  it('is refused for one that is gone', async () => {
    const { asked, test } = await openProviderHandlers();
    await expect(test(providerIdSchema.parse('gone'))).rejects.toMatchObject({ kind: 'not-found' });
    expect(asked).toEqual([]);
  });
});
