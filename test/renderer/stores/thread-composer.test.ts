import { describe, expect, it } from 'vitest';
import { openDrafts } from './drafting-thread';

describe('a question of ours', () => {
  it('is sent, and the field gets back what was being written in it', async () => {
    const { store, open, type, draft } = openDrafts();
    await open();
    type('half a thought');
    await store.getState().ask('When is it due?');
    expect(store.getState().window.messages.at(-2)?.content).toBe('When is it due?');
    expect(draft()).toBe('half a thought');
  });

  it('stays in an empty field when it could not be sent', async () => {
    const { store, gates, open, draft } = openDrafts();
    await open();
    gates.isBroken = true;
    await store.getState().ask('When is it due?');
    expect(draft()).toBe('When is it due?');
    expect(store.getState().sendError?.message).toBe('The disk is full.');
  });

  it('gives way to what was being written when it could not be sent', async () => {
    const { store, gates, open, type, draft } = openDrafts();
    await open();
    type('half a thought');
    gates.isBroken = true;
    await store.getState().ask('When is it due?');
    expect(draft()).toBe('half a thought');
  });
});
