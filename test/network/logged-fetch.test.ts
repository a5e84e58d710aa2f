import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLoggedFetch } from '../../src/main/network/logged-fetch';
import { createNetworkLog } from '../../src/main/network/network-log';
import { createNetworkLogFile, networkLogPath } from '../../src/main/network/network-log-file';
import { createOpenAiChatModel } from '../../src/main/provider/openai-chat-model';
import { listModels } from '../../src/main/provider/list-models';
import { createRecordingLogger } from '../fakes/recording-logger';
import { CHAT_PATH, collect, startChatRig } from '../provider/chat-rig';
import { temporaryFolder } from '../storage/support/temporary-folder';

const key = 'sk-test-1234567890';

async function startLogged() {
  const rig = await startChatRig();
  onTestFinished(() => rig.server.close());
  const folder = temporaryFolder();
  const file = createNetworkLogFile(networkLogPath(folder), createRecordingLogger());
  onTestFinished(() => file.flush());
  let changes = 0;
  const log = createNetworkLog({ sink: file.write, earlier: [], onChange: () => (changes += 1) });
  const state = { offline: false };
  const logged = createLoggedFetch({ fetch, log, clock: rig.clock, isOffline: () => state.offline });
  const model = createOpenAiChatModel({ ...rig.options, fetch: logged });
  const ask = (signal?: AbortSignal) =>
    collect(model.stream(rig.request({ purpose: 'summary', ...(signal === undefined ? {} : { signal }) })));
  return { ...rig, folder, file, log, state, logged, ask, changes: () => changes };
}

describe('the network log', () => {
  it('has where each request went, why, how much, and how it ended', async () => {
    const { ask, log, server, clock } = await startLogged();
    const answer = ask();
    expect(await answer.ended).toBeNull();
    const [entry] = log.entries();
    expect(entry).toMatchObject({
      at: clock.now(),
      method: 'POST',
      origin: new URL(server.url).origin,
      path: CHAT_PATH,
      purpose: 'summary',
      outcome: 'done',
      status: 200,
    });
    expect(entry!.bytesSent).toBe(JSON.stringify(server.requests[0]!.body).length);
    expect(entry!.bytesReceived).toBeGreaterThan(answer.text().length);
  });

  it('has refusals and broken answers too, newest first', async () => {
    const { ask, log, server, logged, clock } = await startLogged();
    server.script(CHAT_PATH, { kind: 'status', status: 401 });
    await ask().ended;
    server.script(CHAT_PATH, { kind: 'drop' });
    const dropped = ask();
    await expect.poll(() => dropped.waits().length).toBe(1);
    await listModels({ baseUrl: server.url, apiKey: key, fetch: logged, clock });
    expect(log.entries().map(({ purpose, outcome, status }) => [purpose, outcome, status])).toEqual([
      ['models', 'done', 200],
      ['summary', 'failed', null],
      ['summary', 'done', 401],
    ]);
  });

  it('sends nothing in offline mode, to this computer neither, and says so', async () => {
    const { ask, log, server, state } = await startLogged();
    state.offline = true;
    expect(await ask().ended).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('Offline') as string,
    });
    expect(server.requests).toEqual([]);
    expect(log.entries()).toMatchObject([{ outcome: 'refused', bytesSent: 0, status: null }]);
    state.offline = false;
    expect(await ask().ended).toBeNull();
    expect(server.requests).toHaveLength(1);
  });

  it('holds no word and no key, in memory and on disk, and outlives a restart', async () => {
    const { ask, log, folder, file, server } = await startLogged();
    const answer = ask();
    await answer.ended;
    await file.flush();
    const written = readFileSync(networkLogPath(folder), 'utf8');
    for (const text of [written, JSON.stringify(log.entries())]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain('Ann');
      expect(text).not.toContain(answer.text().slice(0, 12));
    }
    const earlier = await createNetworkLogFile(networkLogPath(folder), createRecordingLogger()).read();
    const again = createNetworkLog({ sink: () => undefined, earlier, onChange: () => undefined });
    expect(again.entries()).toMatchObject([{ origin: new URL(server.url).origin, outcome: 'done' }]);
  });

  it('stays in two files of bounded size, and passes over lines that are none', async () => {
    const { ask, folder, file } = await startLogged();
    await ask().ended;
    await file.flush();
    const path = networkLogPath(folder);
    writeFileSync(path, `not json\n${'x'.repeat(600 * 1024)}\n`);
    expect(await file.read()).toEqual([]);
    await ask().ended;
    await file.flush();
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['network.log', 'network.old.log']);
    expect(await file.read()).toHaveLength(1);
  });

  it('counts an answer that is not read to its end', async () => {
    const { log, server, logged } = await startLogged();
    const response = await logged(`${server.url}/models?secret=1`);
    await response.body!.cancel();
    expect(log.entries()).toMatchObject([{ path: '/v1/models', outcome: 'done', status: 404 }]);
    expect(JSON.stringify(log.entries())).not.toContain('secret');
  });
});
