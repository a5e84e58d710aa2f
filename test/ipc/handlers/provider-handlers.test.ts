import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providerIdSchema } from '../../../src/shared/model/provider';
import { openAiProvider } from '../../../src/shared/settings';
import { box, openAi, openProviderHandlers, testKey as key } from './open-provider-handlers';

describe('the list of providers', () => {
  it('begins with OpenAI, without a key and untested', async () => {
    const { list } = await openProviderHandlers();
    expect(await list()).toEqual([
      { ...openAiProvider, key: 'none', canSaveKey: true, isLocal: false, test: null },
    ]);
  });

  it('says that a key cannot be kept where there is no keychain', async () => {
    const { cipher, list, setKey } = await openProviderHandlers();
    cipher.available = false;
    await setKey(openAi);
    expect(await list()).toMatchObject([{ key: 'session', canSaveKey: false }]);
  });

  it('grows by a provider whose id is made from its name, and keeps it over a restart', async () => {
    const { disk, settings, events, names, save } = await openProviderHandlers();
    const saved = await save({ name: 'Mön Box!', baseUrl: 'http://localhost:1234/v1/' });
    expect(saved).toEqual({
      id: 'mon-box',
      name: 'Mön Box!',
      baseUrl: 'http://localhost:1234/v1',
      key: 'none',
      canSaveKey: true,
      isLocal: true,
      test: null,
    });
    expect(names()).toEqual(['settings-changed', 'providers-changed']);
    expect(events.at(-1)).toMatchObject({ payload: { providers: [{ id: 'openai' }, saved] } });
    await disk.restart();
    expect(await disk.engine.readSettings({})).toEqual(settings.current);
  });

  it('never has one id twice, whatever the names are', async () => {
    const { list, save } = await openProviderHandlers();
    for (const name of ['OpenAI', 'openai', '***', '日本', 'x'.repeat(60), 'x'.repeat(60)]) {
      await save({ name, baseUrl: 'https://box.example/v1' });
    }
    expect((await list()).map(({ id }) => id)).toEqual([
      'openai',
      'openai-2',
      'openai-3',
      'provider',
      'provider-2',
      'x'.repeat(50),
      `${'x'.repeat(50)}-2`,
    ]);
  });

  it('takes no more than fifty', async () => {
    const { list, save, handlers, context } = await openProviderHandlers();
    for (let number = 1; number < 50; number += 1) await save(box);
    await expect(save(box)).rejects.toMatchObject({ kind: 'conflict' });
    const local = { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'm' };
    await expect(handlers['providers.useLocal'](local, context)).rejects.toMatchObject({ kind: 'conflict' });
    expect(await list()).toHaveLength(50);
  });

  it('loses neither of two that are added at once', async () => {
    const { list, save, changeSettings } = await openProviderHandlers();
    await Promise.all([
      save({ ...box, name: 'One' }),
      changeSettings((current) => ({ ...current, theme: 'dark' })),
      save({ ...box, name: 'Two' }),
    ]);
    expect((await list()).map(({ id }) => id)).toEqual(['openai', 'one', 'two']);
  });

  it('changes a provider in its place, and refuses one that is gone', async () => {
    const { list, save } = await openProviderHandlers();
    const { id } = await save(box);
    await save({ name: 'Last', baseUrl: 'https://last.example/v1' });
    expect(await save({ id, name: 'Renamed', baseUrl: box.baseUrl })).toMatchObject({ id, name: 'Renamed' });
    expect((await list()).map(({ name }) => name)).toEqual(['OpenAI', 'Renamed', 'Last']);
    const gone = { id: providerIdSchema.parse('gone'), ...box };
    await expect(save(gone)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a key', () => {
  it('is taken, shown as there, and taken away again', async () => {
    const { events, reset, handlers, context, setKey, secrets } = await openProviderHandlers();
    expect(await setKey(openAi)).toMatchObject({ id: 'openai', key: 'saved' });
    expect(await secrets.read(openAi, 'https://api.openai.com')).toBe(key);
    expect(events).toMatchObject([{ name: 'providers-changed', payload: { providers: [{ key: 'saved' }] } }]);
    expect(reset).toEqual([openAi]);
    expect(await handlers['providers.removeKey']({ id: openAi }, context)).toMatchObject({ key: 'none' });
    expect(events.at(-1)).toMatchObject({ payload: { providers: [{ key: 'none' }] } });
    expect(await secrets.read(openAi, 'https://api.openai.com')).toBeNull();
  });

  it('is refused for a provider that is gone, or that others can listen to', async () => {
    const { names, handlers, context, save, setKey } = await openProviderHandlers();
    const gone = providerIdSchema.parse('gone');
    await expect(setKey(gone)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(handlers['providers.removeKey']({ id: gone }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const { id } = await save({ ...box, baseUrl: 'http://192.168.1.5:11434/v1' });
    const before = names().length;
    await expect(setKey(id)).rejects.toMatchObject({ kind: 'bad-input' });
    expect(names()).toHaveLength(before);
  });

  it('stays when its provider gets another name or path, and goes when it gets another host', async () => {
    const { secrets, save, setKey } = await openProviderHandlers();
    const { id } = await save(box);
    await setKey(id);
    expect(await save({ id, name: 'Other name', baseUrl: 'https://box.example/v2' })).toMatchObject({
      key: 'saved',
    });
    expect(await save({ id, ...box, baseUrl: 'https://evil.example/v1' })).toMatchObject({ key: 'none' });
    expect(await save({ id, ...box })).toMatchObject({ key: 'none' });
    expect(await secrets.read(id, 'https://box.example')).toBeNull();
  });

  it('of a provider that is removed is not there for the next one of that name', async () => {
    const { disk, handlers, context, save, setKey } = await openProviderHandlers();
    const { id } = await save(box);
    await setKey(id);
    await handlers['providers.remove']({ id }, context);
    expect(await save(box)).toMatchObject({ id, key: 'none' });
    expect(readdirSync(dirname(disk.path))).toContain('keys.json');
  });

  it('that could not be removed from the disk is not sent to the new host, and the page hears of both', async () => {
    const { keyFile, names, list, save, setKey } = await openProviderHandlers();
    const { id } = await save(box);
    await setKey(id);
    mkdirSync(join(`${keyFile}.new`, 'in the way'), { recursive: true });
    await expect(save({ id, ...box, baseUrl: 'https://new.example/v1' })).rejects.toMatchObject({
      kind: 'storage-read-only',
    });
    expect(names().slice(-2)).toEqual(['settings-changed', 'providers-changed']);
    expect((await list())[1]).toMatchObject({ baseUrl: 'https://new.example/v1', key: 'none' });
  });
});

describe('removing a provider', () => {
  it('sets what was chosen from it back to the defaults, and nothing else', async () => {
    const { settings, names, handlers, context, save, list, changeSettings } = await openProviderHandlers();
    const { id } = await save(box);
    const chosen = { providerId: id, model: 'm' };
    await changeSettings((current) => ({
      ...current,
      chatModel: chosen,
      summariserModel: { providerId: openAi, model: 'gpt' },
      embeddingModel: { ...chosen, dimension: 8 },
    }));
    expect(await handlers['providers.remove']({ id }, context)).toBeNull();
    expect(settings.current).toMatchObject({
      chatModel: null,
      summariserModel: { providerId: openAi, model: 'gpt' },
      embeddingModel: null,
    });
    expect((await list()).map((one) => one.id)).toEqual(['openai']);
    expect(names().slice(-2)).toEqual(['settings-changed', 'providers-changed']);
  });

  it('is refused for OpenAI and for one that is gone', async () => {
    const { names, handlers, context } = await openProviderHandlers();
    await expect(handlers['providers.remove']({ id: openAi }, context)).rejects.toMatchObject({
      kind: 'conflict',
    });
    const gone = providerIdSchema.parse('gone');
    await expect(handlers['providers.remove']({ id: gone }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(names()).toEqual([]);
  });
});
