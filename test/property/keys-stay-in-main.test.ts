import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ListModels } from '../../src/main/ipc/provider-tests';
import { AppError } from '../../src/shared/errors';
import { providerIdSchema, type ProviderId } from '../../src/shared/model/provider';
import { startOpenAiServer, type OpenAiServer } from '../openai-server/server';
import { behaviourOf, mishaps, story, type Step } from './key-story';
import { filesWithTraces, keyFrom, tracesIn } from './key-traces';
import { openProgramWithKeys, type ProgramOptions } from './program-with-keys';

type Program = Awaited<ReturnType<typeof openProgramWithKeys>>;

interface ToldProvider {
  readonly id: ProviderId;
  server: 0 | 1;
  /** The key it has, and the server it was given for. */
  given: { readonly key: string; readonly server: 0 | 1 } | null;
}

/** Asks a server something: it alone is asked, once, with the key it has a right to. */
async function ask(
  program: Program,
  { endpoint, answer }: Extract<Step, { readonly kind: 'ask' }>,
  {
    id,
    key,
    server,
    elsewhere,
  }: { id: ProviderId; key: string | null; server: OpenAiServer; elsewhere: OpenAiServer },
): Promise<void> {
  const before = [server.requests.length, elsewhere.requests.length] as const;
  const behaviour = behaviourOf(answer, endpoint, key ?? 'none-at-all', elsewhere.url);
  if (behaviour !== null) server.script(endpoint, behaviour);
  switch (endpoint) {
    case '/v1/models':
      await program.call('providers.test', { id });
      break;
    case '/v1/embeddings':
      await program.call('embedding.plan', { providerId: id, model: 'e' });
      break;
    case '/v1/chat/completions':
      await program.call('settings.set', { chatModel: { providerId: id, model: 'm' } });
      await program.ask('Is anybody there?');
  }
  expect([server.requests.length, elsewhere.requests.length]).toEqual([before[0] + 1, before[1]]);
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${key ?? 'none'}`);
}

/** Tells a story and returns all that came of it. */
async function tell(
  steps: readonly Step[],
  servers: readonly [OpenAiServer, OpenAiServer],
  options: ProgramOptions,
) {
  const program = await openProgramWithKeys(options);
  const seen = servers.map(({ requests }) => requests.length);
  const keys = new Set<string>();
  const sent: [Set<string>, Set<string>] = [new Set(), new Set()];
  const providers: ToldProvider[] = [];
  for (const server of [0, 1] as const) {
    const name = `Provider ${String(server)}`;
    const reply = await program.call('providers.save', { name, baseUrl: servers[server].url });
    expect(reply).toMatchObject({ ok: true });
    providers.push({ id: providerIdSchema.parse(`provider-${String(server)}`), server, given: null });
  }
  for (const [index, one] of steps.entries()) {
    if (one.kind === 'look') {
      await program.call('app.start', {});
      await program.call('providers.list', {});
      continue;
    }
    const provider = providers[one.provider]!;
    const { id } = provider;
    switch (one.kind) {
      case 'set key': {
        const key = keyFrom(one.seed * 100 + index);
        keys.add(key);
        provider.given = { key, server: provider.server };
        expect(await program.call('providers.setKey', { id, key })).toMatchObject({ ok: true });
        break;
      }
      case 'set no key': {
        const key = `${keyFrom(index)}${one.text}${keyFrom(index + 1)}`;
        keys.add(keyFrom(index)).add(keyFrom(index + 1));
        expect(await program.call('providers.setKey', { id, key })).toMatchObject({ ok: false });
        break;
      }
      case 'remove key':
        provider.given = null;
        await program.call('providers.removeKey', { id });
        break;
      case 'move':
        if (provider.server !== one.server) provider.given = null;
        provider.server = one.server;
        await program.call('providers.save', { id, name: 'Moved', baseUrl: servers[one.server].url });
        break;
      case 'move unseen':
        provider.server = one.server;
        await program.changeAddress(id, servers[one.server].url);
        break;
      case 'ask': {
        const key = provider.given?.server === provider.server ? provider.given.key : null;
        if (key !== null) sent[provider.server].add(key);
        await ask(program, one, {
          id,
          key,
          server: servers[provider.server],
          elsewhere: servers[1 - provider.server]!,
        });
        break;
      }
    }
  }
  const requests = servers.map((server, index) => server.requests.slice(seen[index]));
  return { program, keys, sent, requests };
}

type Told = Awaited<ReturnType<typeof tell>>;

/** Invariant 9, over all that left main. */
function checkThatKeysStayed({ program, keys, sent, requests }: Told): void {
  for (const one of program.said) expect(tracesIn(JSON.stringify(one), keys)).toEqual([]);
  expect(filesWithTraces(program.folder, keys)).toEqual([]);
  for (const [index, ofServer] of requests.entries()) {
    const strangers = [...keys].filter((key) => !sent[index]!.has(key));
    for (const { headers, path, body } of ofServer) {
      const { authorization, ...others } = headers;
      expect(tracesIn(JSON.stringify({ others, path, body }), keys)).toEqual([]);
      expect(tracesIn(authorization ?? '', strangers)).toEqual([]);
    }
  }
}

async function startServers(): Promise<[OpenAiServer, OpenAiServer]> {
  const servers: [OpenAiServer, OpenAiServer] = [await startOpenAiServer(), await startOpenAiServer()];
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.close()));
  });
  return servers;
}

/** A provider that repeats all it hears, and quotes the header when it fails: what a mistake in ours would be. */
const carelessProvider: ListModels = async ({ baseUrl, apiKey }, signal) => {
  const headers = { authorization: `Bearer ${apiKey ?? 'none'}` };
  const answer = await fetch(`${baseUrl}/models`, { headers, signal, redirect: 'manual' });
  const text = await answer.text();
  if (answer.status === 400)
    throw new TypeError(`Headers.append: "${headers.authorization}" is invalid: ${text}`);
  if (!answer.ok) throw new AppError('auth', text);
  const { data } = JSON.parse(text) as { readonly data: readonly { readonly id: string }[] };
  return data.map(({ id }) => id);
};

describe('a key never leaves main', () => {
  it.each<[string, ProgramOptions]>([
    ['where there is a keychain', {}],
    ['where there is none', { hasKeychain: false }],
    ['even where a provider repeats all it hears', { listModels: carelessProvider }],
  ])(
    '%s: not in a reply, an event, a log line or a file, nor to another server',
    async (_where, options) => {
      const servers = await startServers();
      await fc.assert(
        fc.asyncProperty(story, async (steps) => {
          const told = await tell(steps, servers, options);
          checkThatKeysStayed(told);
          const files = readdirSync(told.program.folder).filter((name) => name.startsWith('keys'));
          expect(files).toEqual(options.hasKeychain === false ? [] : ['keys.json']);
        }),
        { numRuns: 30 },
      );
    },
    120_000,
  );

  it('though it reaches its own server in the header, and each kind of answer comes back', async () => {
    const servers = await startServers();
    const asks = (['good', ...mishaps] as const).flatMap((answer) =>
      (['/v1/models', '/v1/embeddings', '/v1/chat/completions'] as const).map((at): Step => ({
        kind: 'ask',
        provider: 0,
        endpoint: at,
        answer,
      })),
    );
    const told = await tell([{ kind: 'set key', provider: 0, seed: 7 }, ...asks], servers, {});
    checkThatKeysStayed(told);
    expect([...told.sent[0]]).toEqual([...told.keys]);
    expect(told.requests.map(({ length }) => length)).toEqual([asks.length, 0]);
    const turnKinds = told.program.events.flatMap(({ name, payload }) =>
      name === 'turn' ? [payload.kind] : [],
    );
    expect(turnKinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(turnKinds.filter((kind) => kind === 'failed')).toHaveLength(mishaps.length);
  });

  it('nor to the server that a restored database names in the place of its own', async () => {
    const servers = await startServers();
    const asks = (['/v1/models', '/v1/embeddings', '/v1/chat/completions'] as const).map(
      (endpoint): Step => ({ kind: 'ask', provider: 0, endpoint, answer: 'good' }),
    );
    const moved: Step = { kind: 'move unseen', provider: 0, server: 1 };
    const told = await tell([{ kind: 'set key', provider: 0, seed: 7 }, moved, ...asks], servers, {});
    checkThatKeysStayed(told);
    expect(told.requests.map(({ length }) => length)).toEqual([0, asks.length]);
  });
});
