import { describe, expect, it } from 'vitest';
import { diffSentences } from '../../../src/main/memory/summary/diff-sentences';
import { explainDiff, type SourceMessage } from '../../../src/main/memory/summary/explain-diff';
import { messageId } from '../../renderer/samples';

function kinds(before: string, after: string) {
  return diffSentences(before, after).map(({ kind, text }) => `${kind}: ${text}`);
}

describe('two versions, sentence by sentence', () => {
  it('tell kept, added and lost apart', () => {
    expect(
      kinds('Ana leads data. The deadline is 7 March.', 'Ana leads data. Priya owns the backfill.'),
    ).toEqual(['kept: Ana leads data.', 'lost: The deadline is 7 March.', 'added: Priya owns the backfill.']);
  });

  it('keep a sentence that moved, changed its punctuation, or is said in other words with the same values', () => {
    expect(kinds('One is first. Two is second.', 'Two is second. One is first!')).not.toContain(
      'lost: One is first.',
    );
    expect(kinds('The rent is 640 euros a month.', 'The monthly rent of the flat is 640 euros.')).toEqual([
      'kept: The monthly rent of the flat is 640 euros.',
    ]);
  });

  it('lose a sentence whose number changed, however alike the rest is', () => {
    expect(kinds('The rent is 640 euros a month.', 'The rent is 700 euros a month.')).toContain(
      'lost: The rent is 640 euros a month.',
    );
  });

  it('take a line of the extractive summariser as one sentence', () => {
    expect(kinds('', '- User, 2026-03-02: I moved. \n- Dr. Silva, 2026-03-02: Come on Monday.')).toHaveLength(
      2,
    );
  });
});

describe('what became of a sentence', () => {
  const messages: readonly SourceMessage[] = [
    { id: messageId(22), position: 22, content: 'The deadline is 7 March.' },
    { id: messageId(26), position: 26, content: 'Our Snowflake warehouse is size M.' },
    { id: messageId(41), position: 41, content: 'They moved it. The deadline is 14 March now.' },
  ];
  const explain = (before: string, after: string) =>
    explainDiff(diffSentences(before, after), () => messages);

  it('is that a newer value took its place, with the message that says so', () => {
    const [lost] = explain('The deadline is 7 March.', 'The deadline is 14 March.').filter(
      ({ kind }) => kind === 'lost',
    );
    expect(lost).toMatchObject({
      source: { position: 22 },
      fate: { kind: 'replaced', by: '14 March', position: 41 },
    });
  });

  it('is found in a later message where the new summary has dropped it', () => {
    const [lost] = explain('The deadline is 7 March.', 'Ana leads data.').filter(
      ({ kind }) => kind === 'lost',
    );
    expect(lost!.fate).toEqual({ kind: 'replaced', by: '14 March', position: 41 });
  });

  it('is that it is missing where nothing newer says otherwise', () => {
    const lines = explain('The Snowflake warehouse is size M.', 'The deadline is 14 March.');
    expect(lines.find(({ kind }) => kind === 'lost')).toMatchObject({
      source: { position: 26 },
      fate: { kind: 'missing' },
    });
  });

  it('has no source where no message says it', () => {
    expect(explain('', 'Elephants never forget.')[0]!.source).toBeNull();
  });
});
