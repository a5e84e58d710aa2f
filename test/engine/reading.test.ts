import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedMessage } from '../../src/main/memory/ports/conversation-import';
import type { PageAnchor } from '../../src/main/memory/ports/message-log';
import type { Message } from '../../src/shared/model/message';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';

async function importLines({ engine, userId, clock }: EngineOnDisk, key: string, lines: readonly string[]) {
  const messages = lines.map((content, index): ImportedMessage => {
    return {
      role: index % 2 === 0 ? 'user' : 'assistant',
      author: null,
      content,
      createdAt: clock.now() + index,
    };
  });
  const { added } = await engine.importSessions({ userId, sessions: [{ key, title: key, messages }] });
  return added[0]!.id;
}

describe('a page of messages', () => {
  it('is the right stretch of the path for any anchor, and knows what lies beside it', async () => {
    const disk = await openEngineOnDisk();
    const total = 37;
    const sessionId = await importLines(
      disk,
      'a',
      Array.from({ length: total }, (_, index) => `line ${String(index + 1)}`),
    );
    const where = { userId: disk.userId, sessionId };
    const { messages: all } = await disk.engine.pageMessages({
      ...where,
      anchor: { kind: 'newest' },
      limit: 100,
    });
    expect(all.map(({ position }) => position)).toEqual(
      Array.from({ length: total }, (_, index) => index + 1),
    );
    const anchors: fc.Arbitrary<PageAnchor> = fc.oneof(
      fc.constant({ kind: 'newest' as const }),
      fc.record({
        kind: fc.constantFrom('before' as const, 'after' as const),
        position: fc.integer({ min: 1, max: total + 1 }),
      }),
      fc.nat({ max: total - 1 }).map((index) => ({ kind: 'around' as const, messageId: all[index]!.id })),
    );
    await fc.assert(
      fc.asyncProperty(anchors, fc.integer({ min: 1, max: 50 }), async (anchor, limit) => {
        const page = await disk.engine.pageMessages({ ...where, anchor, limit });
        expect(page.total).toBe(total);
        const { messages } = page;
        const first = messages[0]?.position ?? 0;
        if (messages.length > 0) {
          expect(messages).toEqual(all.slice(first - 1, first - 1 + messages.length));
          expect(page.hasEarlier).toBe(first > 1);
          expect(page.hasLater).toBe(messages.at(-1)!.position < total);
        }
        const ids = messages.map(({ id }) => id);
        if (anchor.kind === 'newest') expect(ids.at(-1)).toBe(all.at(-1)!.id);
        if (anchor.kind === 'around') expect(ids).toContain(anchor.messageId);
        if (anchor.kind === 'newest' || anchor.kind === 'around')
          expect(ids).toHaveLength(Math.min(limit, total));
        if (anchor.kind === 'before') {
          expect(messages).toEqual(all.slice(Math.max(0, anchor.position - 1 - limit), anchor.position - 1));
        }
        if (anchor.kind === 'after')
          expect(messages).toEqual(all.slice(anchor.position, anchor.position + limit));
      }),
      { numRuns: 100 },
    );
  });

  it('walked backwards from the newest gives the whole path once', async () => {
    const disk = await openEngineOnDisk();
    const sessionId = await importLines(
      disk,
      'a',
      Array.from({ length: 23 }, (_, index) => String(index)),
    );
    const walked: Message[] = [];
    let anchor: PageAnchor = { kind: 'newest' };
    for (;;) {
      const page = await disk.engine.pageMessages({ userId: disk.userId, sessionId, anchor, limit: 5 });
      walked.unshift(...page.messages);
      if (!page.hasEarlier) break;
      anchor = { kind: 'before', position: page.messages[0]!.position };
    }
    expect(walked.map(({ content }) => content)).toEqual(
      Array.from({ length: 23 }, (_, index) => String(index)),
    );
  });
});

describe('search', () => {
  it('marks in the excerpt the words that were looked for', async () => {
    const disk = await openEngineOnDisk();
    await importLines(disk, 'a', [
      `${'Nothing here. '.repeat(60)}The Lighthouse keeper painted lighthouses.`,
    ]);
    const [hit] = await disk.engine.searchMessages({
      userId: disk.userId,
      sessionId: null,
      query: 'lighthouse',
      limit: 5,
    });
    const { excerpt, marks } = hit!;
    expect(excerpt.length).toBeLessThanOrEqual(240);
    expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(['Lighthouse', 'lighthouses']);
    expect(hit).toMatchObject({ position: 1, sessionTitle: 'a', role: 'user' });
  });

  it('takes any text for a query', async () => {
    const disk = await openEngineOnDisk();
    await importLines(disk, 'a', ['A "quoted" lighthouse* NEAR(the) coast']);
    const odd = [
      '"',
      '*',
      'NEAR(',
      'a AND',
      '-x',
      'content:',
      '🙂',
      '',
      ' ',
      'x'.repeat(100_000),
      '\u0000',
      "'; DROP TABLE",
    ];
    for (const query of odd) {
      await expect(
        disk.engine.searchMessages({ userId: disk.userId, sessionId: null, query, limit: 5 }),
      ).resolves.toBeInstanceOf(Array);
    }
  });

  it('finds live messages however many deleted chats say the same', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ engine, userId, sessionId }, { text: 'The lighthouse', reply: 'Yes.' });
    const gone = await importLines(
      disk,
      'gone',
      Array.from({ length: 30 }, () => 'lighthouse lighthouse'),
    );
    await engine.deleteSession({ userId, sessionId: gone });
    for (const query of ['lighthouse', 'li']) {
      const hits = await engine.searchMessages({ userId, sessionId: null, query, limit: 3 });
      expect(hits.map((hit) => hit.sessionId)).toEqual([sessionId]);
    }
  });

  it('stays in one chat where it is asked to, and puts the newest first for one or two letters', async () => {
    const disk = await openEngineOnDisk();
    const one = await importLines(disk, 'one', ['Lina', 'Lina Lina', 'Lion']);
    await importLines(disk, 'two', ['Lina']);
    const hits = await disk.engine.searchMessages({
      userId: disk.userId,
      sessionId: one,
      query: 'li',
      limit: 9,
    });
    expect(hits.map(({ position }) => position)).toEqual([3, 2, 1]);
  });
});
