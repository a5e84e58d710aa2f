import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportOf, tableOf } from '../../eval/locomo/report';
import { runLocomo } from '../../eval/locomo/run-locomo';
import { keepNothing } from '../../eval/parts';
import { readLocomoFile, toImportedSessions } from '../../src/main/importers/locomo';
import { parseLongMemEvalDate } from '../../src/main/importers/longmemeval-schema';
import { temporaryFolder } from '../storage/support/temporary-folder';

const kite = {
  question_id: 'kite',
  question_type: 'single-session-user',
  question: 'Which colour has my kite?',
  answer: 'Red',
  question_date: '2023/05/01 (Mon) 10:00',
  haystack_session_ids: ['s1', 's2'],
  haystack_dates: ['2023/04/10 (Mon) 23:07', '2023/04/11 (Tue) 08:00'],
  haystack_sessions: [
    [
      { role: 'user', content: 'I bought a red kite.', has_answer: true },
      { role: 'assistant', content: 'A windy place will suit it.' },
    ],
    [
      { role: 'user', content: 'How do I bake bread?' },
      { role: 'assistant', content: 'With flour and patience.' },
    ],
  ],
  answer_session_ids: ['s1'],
};
const boat = { ...kite, question_id: 'boat_abs', question: 'Which colour has my boat?' };

function fileOf(content: unknown): string {
  const path = join(temporaryFolder(), 'file.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('a LongMemEval file', () => {
  it('becomes a conversation a question, of speakers without names, with the turns that answer it', async () => {
    const [first, second] = await readLocomoFile(fileOf([kite, boat]));
    expect(first!.questions).toEqual([{ question: kite.question, evidence: ['D1:1'], category: 11 }]);
    expect(second!.questions[0]!.category).toBe(5);
    const start = new Date(2023, 3, 10, 23, 7).getTime();
    expect(toImportedSessions(first!)[0]!.messages).toEqual([
      { role: 'user', author: null, content: 'I bought a red kite.', createdAt: start },
      { role: 'assistant', author: null, content: 'A windy place will suit it.', createdAt: start + 1_000 },
    ]);
  });

  it('is asked like any other, by the kind of question, what was never said apart', async () => {
    const run = { file: fileOf([kite, boat]), embedder: null, openParts: keepNothing };
    const report = reportOf(await runLocomo(run));
    expect(report.questions).toBe(1);
    expect(report.recall['1']).toBe(100);
    expect(tableOf(report)).toContain('11 single-session-user');
    expect(report.byCategory['5']?.questions).toBe(1);
  });

  it.each([
    [{ ...kite, haystack_dates: ['2023/04/10 (Mon) 23:07'] }, 'haystack_dates'],
    [{ ...kite, haystack_sessions: [[{ role: 'tool', content: '' }], []] }, 'haystack_sessions'],
    [{ ...kite, haystack_dates: ['2023/02/31 (Fri) 23:07', kite.haystack_dates[1]] }, '2023/02/31'],
  ])('of another form is refused, with its place', async (question, place) => {
    await expect(readLocomoFile(fileOf([question]))).rejects.toThrow(place);
  });

  it('has dates of one form only', () => {
    expect(() => parseLongMemEvalDate('10 April 2023')).toThrow('10 April 2023');
  });
});
