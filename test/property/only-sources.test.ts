import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../src/shared/model/message';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, newTurnId } from '../fakes/whole-turn';

async function openWithSession() {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  return { disk, place: { engine: disk.engine, userId: disk.userId, sessionId } };
}

const indexed = `SELECT m.content FROM messages_fts f JOIN messages m ON m.seq = f.rowid WHERE messages_fts MATCH 'lighthouse'`;
const chunked = 'SELECT m.content FROM chunks c JOIN messages m ON m.id = c.message_id';

describe('only sources are remembered', () => {
  it('whatever a reply’s origin and ending: never offline replies, memory tools, failures or blanks', async () => {
    const provenance = fc.constantFrom<Provenance>('model', 'offline', 'tool', 'memory-tool');
    const state = fc.constantFrom('done' as const, 'stopped' as const, 'failed' as const);
    const reply = fc.constantFrom('The lighthouse stands.', '  \n', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ provenance, state, reply }), { minLength: 1, maxLength: 8 }),
        async (turns) => {
          const { disk, place } = await openWithSession();
          for (const turn of turns) await appendTurn(place, { text: 'Tell me.', ...turn });
          const isSource = ({ provenance: from, state: end, reply: text }: (typeof turns)[number]): boolean =>
            (from === 'model' || from === 'tool') && end !== 'failed' && text.trim() !== '';
          const sources = turns.filter(isSource).length;
          expect(disk.database.prepare(indexed).all()).toHaveLength(sources);
          await place.engine.pendingChunks({ ...place, model: 'fake-8', limit: 100 });
          const chunks = disk.database.prepare(chunked).pluck().all();
          expect(chunks.filter((content) => content !== 'Tell me.')).toHaveLength(sources);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('nor first answers that gave way to a second one, whatever they said', async () => {
    const first = fc.constantFrom('The lighthouse is unknown to me.', 'lighthouse', '');
    await fc.assert(
      fc.asyncProperty(fc.array(first, { minLength: 1, maxLength: 4 }), async (answers) => {
        const { disk, place } = await openWithSession();
        const { engine, ...where } = place;
        for (const content of answers) {
          const begun = await engine.beginTurn({
            ...where,
            turnId: newTurnId(),
            text: 'Tell me.',
            replyProvenance: 'model',
            model: 'gpt-4o',
          });
          const again = await engine.supersedeReply({ ...where, replyId: begun.reply.id, content });
          const done = { userId: where.userId, content: 'It stands.', state: 'done', error: null } as const;
          await engine.finishReply({ ...done, replyId: again.reply.id });
        }
        expect(disk.database.prepare(indexed).all()).toEqual([]);
        await engine.pendingChunks({ ...where, model: 'fake-8', limit: 100 });
        const chunks = disk.database.prepare(chunked).pluck().all();
        expect(chunks.toSorted()).toEqual(answers.flatMap(() => ['It stands.', 'Tell me.']).toSorted());
      }),
      { numRuns: 10 },
    );
  });

  it('so empty turns of an import are neither indexed nor in the way of the others', async () => {
    const { disk, place } = await openWithSession();
    const { userId, engine } = place;
    const messages = Array.from({ length: 60 }, (_, index) => ({
      role: 'user' as const,
      author: 'Lighthouse',
      content: index < 50 ? '' : `Turn ${String(index)}`,
      createdAt: index,
    }));
    const { added } = await engine.importSessions({ userId, sessions: [{ key: 'k', title: 'T', messages }] });
    expect(disk.database.prepare(indexed).all()).toHaveLength(10);
    const sessionId = added[0]!.id;
    const chunks = await engine.pendingChunks({ userId, sessionId, model: 'fake-8', limit: 20 });
    expect(chunks).toHaveLength(10);
  });
});

describe('of near-duplicates', () => {
  const settings = testSettings({ bufferMessageLimit: 2 }, { strategy: 'retrieval' });
  const verdictsOf = async (
    texts: readonly string[],
    question: string,
  ): Promise<readonly (readonly string[])[]> => {
    const { disk, place } = await openWithSession();
    for (const text of texts) {
      await appendTurn(place, { text, reply: 'Noted.', provenance: 'offline' });
      disk.clock.advance(60_000);
    }
    for (const text of ['Anything else?', 'Well then.'])
      await appendTurn(place, { text, provenance: 'offline' });
    const { recall } = await askTurn(place, { text: question }, settings);
    const byText = new Map(
      recall.candidates.map(({ excerpt, verdict, createdAt }) => [
        `${excerpt}@${String(createdAt)}`,
        verdict,
      ]),
    );
    return texts.map((text) =>
      [...byText].filter(([key]) => key.startsWith(`${text}@`)).map(([, verdict]) => verdict),
    );
  };

  it('recall keeps the oldest', async () => {
    const said = 'The spare key of the greenhouse hangs behind the blue door';
    const [verdicts] = await verdictsOf(
      [said, said, said],
      'Where does the spare key of the greenhouse hang?',
    );
    expect(verdicts!.toSorted()).toEqual(['duplicate', 'duplicate', 'kept']);
  });

  it('both stay where a number or a name differs', async () => {
    const question = 'What is the code of the greenhouse door for the gardener?';
    const code = (digits: string): string => `The code of the greenhouse door for the gardener is ${digits}`;
    const numbers = await verdictsOf([code('4417'), code('9921')], question);
    expect(numbers.flat()).not.toContain('duplicate');
    const name = (who: string): string =>
      `The code of the greenhouse door was given to ${who} by the gardener`;
    const names = await verdictsOf([name('Nadia'), name('Tomas')], question);
    expect(names.flat()).not.toContain('duplicate');
  });
});
