import { describe, expect, it } from 'vitest';
import type { HygieneKind, HygieneScan } from '../../src/shared/model/hygiene';
import type { MessageId, UserId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { askTurn } from '../fakes/whole-turn';

const dayMs = 86_400_000;
const pilot = 'The pilot boat leaves the old harbour every morning at seven';

async function look({ engine }: EngineOnDisk, userId: UserId): Promise<HygieneScan> {
  let scan = await engine.scanHygiene({ userId, scanId: null });
  while (scan.findings === null) scan = await engine.scanHygiene({ userId, scanId: scan.scanId });
  return scan;
}

function finding({ findings }: HygieneScan, kind: HygieneKind) {
  return findings!.find((each) => each.kind === kind)!;
}

/** A chat of the given words, and 40 more after them that are being talked about. */
async function importChat(disk: EngineOnDisk, texts: readonly string[], createdAt: number) {
  const { engine, userId } = disk;
  const filler = Array.from({ length: 40 }, (_, index) => `Number ${String(index)} of what comes later`);
  const messages = [...texts, ...filler].map((content, index) => ({
    role: 'user' as const,
    author: null,
    content,
    createdAt: createdAt + index,
  }));
  const { added } = await engine.importSessions({
    userId,
    sessions: [{ key: texts.join(' '), title: 'Harbour', messages }],
  });
  return added[0]!;
}

describe('a look through memory', () => {
  it('finds what is said twice, nearly so, and never needed, and spares what is being talked about', async () => {
    const disk = await openEngineOnDisk();
    const { userId, clock } = disk;
    const many = `${pilot}, except on the second Sunday of a month when the crew rests and nobody sails`;
    await importChat(
      disk,
      [pilot, pilot, many, many.replace('leaves', 'departs')],
      clock.now() - 200 * dayMs,
    );
    const scan = await look(disk, userId);
    expect(scan).toMatchObject({ done: 4, total: 4 });
    expect(finding(scan, 'exact')).toMatchObject({ count: 1, of: 4 });
    expect(finding(scan, 'exact').groups[0]).toMatchObject({
      keeps: { position: 1, sessionTitle: 'Harbour' },
      others: [{ position: 2, excerpt: pilot }],
    });
    expect(finding(scan, 'near').groups[0]).toMatchObject({
      keeps: { position: 3 },
      others: [{ position: 4 }],
    });
    expect(finding(scan, 'unused')).toMatchObject({ count: 4, of: 4 });
    expect(finding(scan, 'echo')).toMatchObject({ count: 0 });
  });

  it('finds answers that repeat what was recalled for them, and knows what was needed', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const secret =
      'Ana said that the lighthouse of Porto was painted blue in the summer of 1987 by her uncle Tomas.';
    const { id: sessionId } = await importChat(disk, [secret], clock.now() - 200 * dayMs);
    const place = { engine, userId, sessionId };
    const settings = testSettings({}, { strategy: 'retrieval' });
    const asked = await askTurn(
      place,
      { text: 'Who painted the lighthouse of Porto?', reply: `You told me: ${secret}` },
      settings,
    );
    expect(asked.recall.candidates.some(({ verdict }) => verdict === 'kept')).toBe(true);
    for (let index = 0; index < 25; index += 1) {
      await askTurn(place, { text: 'Quite another matter again' }, settings);
    }
    const scan = await look(disk, userId);
    expect(finding(scan, 'echo').groups).toMatchObject([
      { keeps: { position: 1 }, others: [{ messageId: asked.replyId }] },
    ]);
    const unused = finding(scan, 'unused').groups.flatMap(({ others }) =>
      others.map(({ position }) => position),
    );
    expect(unused).not.toContain(1);
    expect(unused).toContain(20);
  });

  it('is mended in steps, taken back in steps, and repeats nothing of another user', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock, database } = disk;
    const texts = Array.from({ length: 60 }, (_, index) => `${pilot}, said ${String(index % 3)} times over`);
    await importChat(disk, texts, clock.now() - 10 * dayMs);
    const { scanId } = await look(disk, userId);
    const excluded = (): number =>
      database.prepare('SELECT count(*) FROM messages WHERE excluded_at IS NOT NULL').pluck().get() as number;
    const kind = 'exact' as const;
    expect(await engine.mendHygiene({ userId, scanId, kind })).toEqual({ changed: 40, left: 17, skipped: 0 });
    expect(await engine.mendHygiene({ userId, scanId, kind })).toEqual({ changed: 17, left: 0, skipped: 0 });
    expect(excluded()).toBe(57);
    expect(finding(await look(disk, userId), 'exact').count).toBe(0);
    const again = await engine.scanHygiene({ userId, scanId }).catch((error: unknown) => error);
    expect(again).toMatchObject({ kind: 'not-found' });
  });

  it('lets what it kept out in again', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    await importChat(disk, [pilot, pilot], clock.now() - dayMs);
    const scan = await look(disk, userId);
    const about = { userId, scanId: scan.scanId, kind: 'exact' as const };
    await engine.mendHygiene(about);
    expect(await engine.undoHygiene(about)).toEqual({ changed: 1, left: 0, skipped: 0 });
    expect(finding(await look(disk, userId), 'exact').count).toBe(1);
  });

  it('leaves a chat alone that is answering', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const { id: sessionId } = await importChat(disk, [pilot, pilot], clock.now() - dayMs);
    const { scanId } = await look(disk, userId);
    const turn = { userId, sessionId, text: 'And now?', model: 'gpt-4o', replyProvenance: 'model' } as const;
    await engine.beginTurn({ ...turn, turnId: '0190e000-0000-7000-8000-000000000001' as never });
    expect(await engine.mendHygiene({ userId, scanId, kind: 'exact' })).toEqual({
      changed: 0,
      left: 0,
      skipped: 1,
    });
  });
});

describe('facts that contradict each other', () => {
  it('are told, and a mend keeps the newest until it is taken back', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const { id: sessionId } = await importChat(
      disk,
      ['My birthday is 3 May', 'My birthday is 4 May'],
      clock.now(),
    );
    const page = await engine.pageMessages({
      userId,
      sessionId,
      anchor: { kind: 'after', position: 0 },
      limit: 2,
    });
    const [older, newer] = page.messages.map(({ id }) => id) as [MessageId, MessageId];
    const birthday = {
      attribute: 'birthday',
      state: 'holds',
      from: null,
      to: null,
      confidence: 0.9,
    } as const;
    const facts = [
      { fact: { ...birthday, value: '3 May', text: 'Was born on 3 May' }, evidence: [older] },
      { fact: { ...birthday, value: '4 May', text: 'Was born on 4 May' }, evidence: [newer] },
    ];
    await engine.learnFacts({ userId, sessionId, throughSeq: 2, origin: 'extracted', facts });
    const { contradictions } = await look(disk, userId);
    expect(contradictions).toMatchObject([
      { older: { text: 'Was born on 3 May' }, newer: { text: 'Was born on 4 May' } },
    ]);
    const ended = await engine.mendFacts({ userId });
    const states = async () =>
      (await engine.readProfile({ userId })).facts.map(({ text, state }) => [text, state]);
    expect(await states()).toEqual([
      ['Was born on 3 May', 'past'],
      ['Was born on 4 May', 'holds'],
    ]);
    await engine.undoMendFacts({ userId, factIds: ended });
    expect((await states()).map(([, state]) => state)).toEqual(['disputed', 'disputed']);
  });
});
