import { describe, expect, it } from 'vitest';
import { entityQueries } from '../../../src/main/memory/second-look/entity-queries';

describe('what a second look searches for', () => {
  it('is the names, dates and numbers of the question, together and each alone', () => {
    expect(entityQueries('What did Ana Ruiz pay on 14 March 2025 for order 4471?')).toEqual([
      '14 March 2025 Ana Ruiz 4471',
      '14 March 2025',
      'Ana Ruiz',
      '4471',
    ]);
  });

  it('never the small word that a sentence begins with, nor the month that is a verb', () => {
    expect(entityQueries('May I ask where Tom’s key is? Who has it?')).toEqual(['Tom']);
    expect(entityQueries('When does Priya march on Friday?')).toEqual(['Friday Priya', 'Friday', 'Priya']);
  });

  it('is the question itself where it names nothing', () => {
    expect(entityQueries('what did my sister recommend?')).toEqual(['what did my sister recommend?']);
    expect(entityQueries('我妹妹的狗叫什么名字？')).toEqual(['我妹妹的狗叫什么名字？']);
    expect(entityQueries('  ')).toEqual([]);
  });

  it('is a handful of short queries, however long the question', () => {
    const queries = entityQueries('Ask Anna about 12 and Bert about 13. '.repeat(2_000));
    expect(queries.length).toBeLessThanOrEqual(4);
    expect(Math.max(...queries.map((query) => query.length))).toBeLessThan(2_000);
  });
});
