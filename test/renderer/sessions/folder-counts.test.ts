import { describe, expect, it } from 'vitest';
import { chatListRows } from '../../../src/renderer/sessions/chat-groups';
import { sampleSession } from '../samples';

const sessions = [
  sampleSession(1, { folder: 'Garden', pinned: true }),
  sampleSession(2, { folder: 'Garden' }),
  sampleSession(3, { folder: 'Garden' }),
  sampleSession(4, { folder: 'Work' }),
];
const counts = (isWhole: boolean, shown = sessions) =>
  chatListRows(shown, 0, 'used', isWhole).flatMap((row) =>
    row.kind === 'heading' ? [[row.label, row.count] as const] : [],
  );

describe('the folders of the chat list', () => {
  it('say how many chats stand under them, and no other group does', () => {
    expect(counts(true, [...sessions, sampleSession(5, {})])).toEqual([
      ['Pinned', null],
      ['Garden', 2],
      ['Work', 1],
      [expect.any(String), null],
    ]);
  });

  it('say nothing while more of them may be loaded', () => {
    expect(counts(false)).toEqual([
      ['Pinned', null],
      ['Garden', 2],
      ['Work', null],
    ]);
  });
});
