import { describe, expect, it } from 'vitest';
import { fileTokenSchema } from '../../src/shared/model/ids';
import { createFileTokens } from '../../src/main/ipc/file-tokens';

describe('file tokens', () => {
  it('give back the path of a chosen file and tell nothing of it', () => {
    const tokens = createFileTokens();
    const token = tokens.issue('/home/someone/chats.json');
    expect(token).not.toContain('chats');
    expect(tokens.pathOf(token)).toBe('/home/someone/chats.json');
  });

  it('refuse a token that was never issued', () => {
    const stranger = fileTokenSchema.parse('0197a5f0-0000-4000-8000-000000000001');
    expect(() => createFileTokens().pathOf(stranger)).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });

  it('forget the oldest file past 64', () => {
    const tokens = createFileTokens();
    const first = tokens.issue('/first');
    for (let i = 0; i < 64; i += 1) tokens.issue(`/file-${String(i)}`);
    expect(() => tokens.pathOf(first)).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });
});
