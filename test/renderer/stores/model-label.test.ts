import { describe, expect, it } from 'vitest';
import { modelLabel } from '../../../src/renderer/stores/model-label';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { Provider, ProviderId } from '../../../src/shared/model/provider';
import { defaultSettings } from '../../../src/shared/settings';

const far: Provider = { id: 'far' as ProviderId, name: 'Far', baseUrl: 'https://example.org/v1' };
const near: Provider = { id: 'near' as ProviderId, name: 'Near', baseUrl: 'http://127.0.0.1:11434/v1' };
const settings = { ...defaultSettings, providers: [far, near] };
const of = (provider: Provider) => ({ providerId: provider.id, model: 'some-model' });

describe('what the program says of where it sends', () => {
  it('is that nothing leaves while no model is chosen', () => {
    expect(modelLabel(settings)).toMatchObject({
      kind: 'offline',
      sendsTo: [],
      reach: catalogue.app.offline,
    });
    expect(modelLabel(null)).toMatchObject({ kind: 'offline', reach: catalogue.app.offline });
  });

  it('is that nothing leaves with a model on this computer', () => {
    expect(modelLabel({ ...settings, chatModel: of(near) })).toEqual({
      kind: 'server',
      label: 'some-model',
      sendsTo: [],
      reach: catalogue.app.local,
    });
  });

  it('names every host, that of summaries and embeddings too', () => {
    const embeddingModel = { ...of(far), dimension: 8 };
    const label = modelLabel({ ...settings, embeddingModel });
    expect(label).toMatchObject({ kind: 'offline', sendsTo: ['example.org'] });
    expect(label.reach).toBe(catalogue.app.sendsTo('example.org'));
    expect(modelLabel({ ...settings, chatModel: of(near), summariserModel: of(far) }).sendsTo).toEqual([
      'example.org',
    ]);
  });

  it('is offline again when the provider of the chosen model is gone', () => {
    expect(modelLabel({ ...settings, providers: [near], chatModel: of(far) }).kind).toBe('offline');
  });
});
