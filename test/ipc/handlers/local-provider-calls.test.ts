import { describe, expect, it } from 'vitest';
import { openProviderHandlers } from './open-provider-handlers';

describe('a server on this computer', () => {
  const local = { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'llama3' };

  it('is looked for when the page asks', async () => {
    const { handlers, context } = await openProviderHandlers();
    expect(await handlers['providers.findLocal']({}, context)).toMatchObject([{ models: ['a'] }]);
  });

  it('is added once and answers from then on', async () => {
    const { names, reset, handlers, context, list } = await openProviderHandlers();
    const use = (model: string) => handlers['providers.useLocal']({ ...local, model }, context);
    expect(await use('llama3')).toMatchObject({ chatModel: { providerId: 'ollama', model: 'llama3' } });
    expect(names()).toEqual(['settings-changed', 'providers-changed']);
    expect(await use('qwen')).toMatchObject({ chatModel: { providerId: 'ollama', model: 'qwen' } });
    expect((await list()).map(({ id }) => id)).toEqual(['openai', 'ollama']);
    expect(reset).toEqual(['ollama', 'ollama']);
  });

  it.each(['http://localhost:11434/v1', 'http://127.0.0.1:11434/v1/', 'http://[::1]:11434/v1'])(
    'is the one the user has already entered as %s',
    async (baseUrl) => {
      const { handlers, context, save } = await openProviderHandlers();
      const { id } = await save({ name: 'Mine', baseUrl });
      expect(await handlers['providers.useLocal'](local, context)).toMatchObject({
        chatModel: { providerId: id },
      });
    },
  );

  it.each(['http://localhost:11435/v1', 'https://localhost:11434/v1', 'http://localhost:11434/v2'])(
    'is another than %s',
    async (baseUrl) => {
      const { handlers, context, save } = await openProviderHandlers();
      await save({ name: 'Mine', baseUrl });
      expect(await handlers['providers.useLocal'](local, context)).toMatchObject({
        chatModel: { providerId: 'ollama' },
      });
    },
  );

  it('is nothing beyond this computer', async () => {
    const { names, handlers, context } = await openProviderHandlers();
    const elsewhere = { ...local, baseUrl: 'http://192.168.1.5:11434/v1' };
    await expect(handlers['providers.useLocal'](elsewhere, context)).rejects.toMatchObject({
      kind: 'bad-input',
    });
    expect(names()).toEqual([]);
  });
});
