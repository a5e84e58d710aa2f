import { describe, expect, it } from 'vitest';
import { withSession } from '../../../src/renderer/stores/session-order';
import { sampleSession } from '../samples';

const titles = (sessions: ReturnType<typeof withSession>) => sessions.map((session) => session.title);

describe('the order of chats', () => {
  it('puts temporary chats first, then pinned ones, then the last used', () => {
    const chats = [
      sampleSession(1, { title: 'old' }),
      sampleSession(2, { title: 'pinned', pinned: true }),
      sampleSession(3, { title: 'temporary', temporary: true }),
      sampleSession(4, { title: 'new' }),
    ];
    const ordered = chats.reduce<ReturnType<typeof withSession>>(
      (list, chat) => withSession(list, chat, false),
      [],
    );
    expect(titles(ordered)).toEqual(['temporary', 'pinned', 'new', 'old']);
  });

  it('shows a temporary chat though more pages are waiting, for it stands on the first', () => {
    const list = [sampleSession(9, { pinned: true })];
    const temporary = sampleSession(1, { title: 'temporary', temporary: true });
    expect(titles(withSession(list, temporary, true))).toEqual(['temporary', 'Chat 9']);
  });
});
