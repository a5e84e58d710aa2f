import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLocomoDate } from '../../src/main/importers/locomo-schema';
import { locomoSessionKey, readLocomoFile, toImportedSessions } from '../../src/main/importers/locomo';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { temporaryFolder } from '../storage/support/temporary-folder';

const fixture = join(import.meta.dirname, '../fixtures/conversation.json');
const sample = {
  sample_id: 'a-b',
  conversation: {
    speaker_a: 'Ada',
    speaker_b: 'Ben',
    session_2_date_time: '9:05 am on 2 January, 2024',
    session_2: [{ speaker: 'Ben', dia_id: 'D2:1', text: 'Second', blip_caption: 'a red kite' }],
    session_1_date_time: '12:30 pm on 31 December, 2023',
    session_1: [
      { speaker: 'Ada', dia_id: 'D1:1', text: 'First' },
      { speaker: 'Ben', dia_id: 'D1:2', text: '', blip_caption: 'a dog' },
    ],
    session_3_date_time: '1:00 pm on 3 January, 2024',
    session_3: [],
  },
};

function fileOf(content: unknown): string {
  const path = join(temporaryFolder(), 'file.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a file of conversations', () => {
  it('of our own is read whole', async () => {
    const [conversation] = await readLocomoFile(fixture);
    const sessions = toImportedSessions(conversation!);
    expect(sessions.length).toBeGreaterThanOrEqual(12);
    expect(sessions.reduce((sum, { messages }) => sum + messages.length, 0)).toBeGreaterThanOrEqual(400);
    expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length);
  });

  it('becomes dated chats in their order, the first speaker as the user, pictures as words', async () => {
    const [conversation] = await readLocomoFile(fileOf([sample]));
    const [first, second, none] = toImportedSessions(conversation!);
    const start = new Date(2023, 11, 31, 12, 30).getTime();
    expect(none).toBeUndefined();
    expect(first!.messages).toEqual([
      { role: 'user', author: 'Ada', content: 'First', createdAt: start },
      { role: 'assistant', author: 'Ben', content: '[Image: a dog]', createdAt: start + 1_000 },
    ]);
    expect(second!.messages[0]!.content).toBe('Second\n[Image: a red kite]');
    expect(first!.title).toBe('31 Dec 2023, Ada and Ben');
    expect([first!.key, second!.key]).toEqual(
      conversation!.sessions.map((session) => locomoSessionKey(conversation!, session)),
    );
  });

  it.each([
    ['is not JSON', '{"a":', catalogue.main.importing.notJson],
    ['is empty', '', catalogue.main.importing.notJson],
    ['holds nothing', [], catalogue.main.importing.empty],
    ['is no list', { a: 1 }, catalogue.main.importing.wrongShape('')],
    ['lacks a speaker', [{ sample_id: 'a', conversation: { speaker_a: 'A' } }], 'conversation.speaker_b'],
    [
      'has a session without its date',
      [{ sample_id: 'a', conversation: { speaker_a: 'A', speaker_b: 'B', session_1: [] } }],
      'shape',
    ],
    [
      'has turns that are none',
      [{ ...sample, conversation: { ...sample.conversation, session_1: ['x'] } }],
      'shape',
    ],
    [
      'has a date of another kind',
      [{ ...sample, conversation: { ...sample.conversation, session_1_date_time: 'yesterday' } }],
      'yesterday',
    ],
  ])('that %s is refused with what is wrong', async (_name, content, words) => {
    const reading = readLocomoFile(fileOf(content));
    await expect(reading).rejects.toMatchObject({
      kind: 'import-failed',
      message: expect.stringContaining(words) as unknown,
    });
  });

  it('that begins with a byte order mark is read all the same', async () => {
    await expect(readLocomoFile(fileOf(`\uFEFF${JSON.stringify([sample])}`))).resolves.toHaveLength(1);
  });

  it('that is too large is refused before it is read', async () => {
    const path = fileOf('x');
    truncateSync(path, 201 * 1024 * 1024);
    await expect(readLocomoFile(path)).rejects.toMatchObject({ message: catalogue.main.importing.tooLarge });
  });

  it('that is not there, or is a folder, is refused', async () => {
    const folder = temporaryFolder();
    for (const path of [join(folder, 'none.json'), folder]) {
      await expect(readLocomoFile(path)).rejects.toMatchObject({ kind: 'import-failed' });
    }
  });
});

describe('a date of the format', () => {
  it.each([
    ['1:56 pm on 8 May, 2023', [2023, 4, 8, 13, 56]],
    ['12:00 am on 1 January, 2024', [2024, 0, 1, 0, 0]],
    ['12:59 am on 29 February, 2024', [2024, 1, 29, 0, 59]],
    ['12:00 pm on 1 January, 2024', [2024, 0, 1, 12, 0]],
    ['11:59 PM on 31 december 2023', [2023, 11, 31, 23, 59]],
  ] as const)('%s is local time', (text, [year, month, day, hour, minute]) => {
    expect(parseLocomoDate(text)).toBe(new Date(year, month, day, hour, minute).getTime());
  });

  it.each([
    '',
    '8 May 2023',
    '1:56 on 8 May, 2023',
    '1:56 pm on 8 Mai, 2023',
    '1:56 pm on 31 February, 2023',
    '13:56 pm on 8 May, 2023',
    '1:76 pm on 8 May, 2023',
  ])('is not %j', (text) => {
    expect(() => parseLocomoDate(text)).toThrow(/date/);
  });
});
