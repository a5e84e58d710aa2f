import { createThreadStore } from '../../../src/renderer/stores/thread-store';
import { AppError } from '../../../src/shared/errors';
import type { SessionId } from '../../../src/shared/model/ids';
import { createFakeBridge } from '../fake-bridge';
import { createFakeTimers } from '../fake-timers';
import { sampleMessage, samplePage, sampleSession, sessionId, turnId } from '../samples';

/** Another chat than the one most tests are about. */
export const otherId = sampleSession(2).id;

/** A thread over a main process that keeps drafts as the real one does: sending deletes the chat's. */
export function openDrafts(initial: readonly (readonly [SessionId, string])[] = []) {
  const timers = createFakeTimers();
  const kept = new Map<string, string>(initial);
  const gates: { read: Promise<void>; send: Promise<void>; isBroken: boolean } = {
    read: Promise.resolve(),
    send: Promise.resolve(),
    isBroken: false,
  };
  const bridge = createFakeBridge({
    'messages.page': () => samplePage(1, 2, 2),
    'memory.snapshots': () => [],
    'chat.countTokens': ({ text }) => ({ tokens: text.length }),
    'drafts.read': async ({ sessionId: id }) => {
      await gates.read;
      if (gates.isBroken) throw new AppError('worker-lost', 'Please try once more.');
      return { text: kept.get(id) ?? '', files: [] };
    },
    'drafts.write': ({ sessionId: id, text }) => {
      if (gates.isBroken) throw new AppError('storage-full', 'The disk is full.');
      kept.set(id, text);
      return null;
    },
    'chat.send': async ({ sessionId: id, text }) => {
      if (gates.isBroken) throw new AppError('storage-full', 'The disk is full.');
      kept.delete(id);
      await gates.send;
      return {
        turnId,
        message: sampleMessage(3, { content: text, turnId }),
        reply: sampleMessage(4, { turnId, state: 'streaming', content: '' }),
      };
    },
  });
  const store = createThreadStore(bridge, timers);
  const open = async (id: SessionId = sessionId) => {
    await store.getState().open(id);
    await settle();
  };
  const draft = (id: SessionId = sessionId) => store.getState().drafts[id];
  const writes = () => bridge.calls.filter((call) => call.name === 'drafts.write').map((call) => call.input);
  return {
    store,
    timers,
    kept,
    gates,
    open,
    draft,
    writes,
    type: (text: string) => store.getState().setDraft(text),
  };
}

/** Lets every answer that is due arrive. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
