import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { isLoopback } from '../../shared/loopback';
import type { ModelChoice, Provider, ProviderId } from '../../shared/model/provider';
import { providerIdSchema } from '../../shared/model/provider';
import { openAiProvider, type Settings } from '../../shared/settings';

const words = catalogue.keys;

/** Providers there can be, as the schema of the settings says. */
const mostProviders = 50;

/** The provider of that id. Errors: `not-found`. */
export function findProvider<Found extends Provider>(providers: readonly Found[], id: ProviderId): Found {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined) throw new AppError('not-found', words.providerGone);
  return provider;
}

/** Adds a provider under an id made from its name. Errors: `conflict` when there are too many. */
export function addProvider(
  providers: readonly Provider[],
  fields: Omit<Provider, 'id'>,
): { readonly providers: Provider[]; readonly added: Provider } {
  if (providers.length >= mostProviders) throw new AppError('conflict', words.tooMany(mostProviders));
  const { name, baseUrl } = fields;
  const added = { id: freeId(name, providers), name, baseUrl: tidyAddress(baseUrl) };
  return { providers: [...providers, added], added };
}

/** Changes the provider of that id. Errors: `not-found`. */
export function changeProvider(providers: readonly Provider[], changed: Provider): Provider[] {
  findProvider(providers, changed.id);
  const { id, name, baseUrl } = changed;
  return providers.map((one) => (one.id === id ? { id, name, baseUrl: tidyAddress(baseUrl) } : one));
}

/** Settings without a provider; what was chosen from it falls back to its default. Errors: `not-found`, `conflict`. */
export function removeProvider(settings: Settings, id: ProviderId): Settings {
  if (id === openAiProvider.id) throw new AppError('conflict', words.openAiStays);
  findProvider(settings.providers, id);
  const unlessRemoved = <Choice extends ModelChoice>(choice: Choice | null): Choice | null =>
    choice?.providerId === id ? null : choice;
  return {
    ...settings,
    providers: settings.providers.filter((one) => one.id !== id),
    chatModel: unlessRemoved(settings.chatModel),
    summariserModel: unlessRemoved(settings.summariserModel),
    judgeModel: unlessRemoved(settings.judgeModel),
    embeddingModel: unlessRemoved(settings.embeddingModel),
  };
}

/** The provider that answers at an address; on this computer `localhost` and 127.0.0.1 are the same place. */
function providerAt(providers: readonly Provider[], baseUrl: string): Provider | null {
  return providers.find((one) => placeOf(one.baseUrl) === placeOf(baseUrl)) ?? null;
}

/** Settings under which a model of a server on this computer answers; its provider is added where there is none. */
export function chooseLocalModel(
  settings: Settings,
  { model, ...server }: Omit<Provider, 'id'> & { readonly model: string },
): Settings {
  const known = providerAt(settings.providers, server.baseUrl);
  if (known !== null) return { ...settings, chatModel: { providerId: known.id, model } };
  const { providers, added } = addProvider(settings.providers, server);
  return { ...settings, providers, chatModel: { providerId: added.id, model } };
}

/** An address as it is stored: without a slash at its end. */
function tidyAddress(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

function placeOf(baseUrl: string): string {
  const { protocol, port, pathname } = new URL(tidyAddress(baseUrl));
  return isLoopback(baseUrl) ? `${protocol}//loopback:${port}${pathname}` : tidyAddress(baseUrl);
}

/** The name in small letters, digits and hyphens, with a number where that is taken. */
function freeId(name: string, providers: readonly Provider[]): ProviderId {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = letters
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50);
  const base = slug === '' ? 'provider' : slug;
  const taken = new Set<string>(providers.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${String(number)}`;
  return providerIdSchema.parse(id);
}
