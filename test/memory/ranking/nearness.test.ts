import { describe, expect, it } from 'vitest';
import { BUNDLED_WEIGHTS } from '../../../src/main/memory/ranking/weights/bundled';
import { message, partOf, rank } from './documents';

describe('how near a message is in meaning', () => {
  it('finds meaning without common words by the vector, and does not punish a message without one', () => {
    const ranked = rank(
      'seafaring',
      [message(1, 'one', { cosine: 0.1 }), message(5, 'two', { cosine: 0.7 }), message(9, 'three')],
      BUNDLED_WEIGHTS,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['m5', 'm9', 'm1']);
  });

  it('goes by the nearest sentence that states something, and lends its neighbours what it asks', () => {
    const far = { cosine: 0.2 };
    const ranked = rank(
      'seafaring',
      [
        message(1, 'States it among others', { ...far, sentences: { stating: 0.8, any: 0.8 } }),
        message(5, 'Asks for it', { ...far, sentences: { stating: 0.1, any: 0.8 } }),
        message(6, 'Answers that', far),
        message(9, 'None of it', { ...far, sentences: { stating: 0.1, any: 0.1 } }),
        message(10, 'Goes on', far),
      ],
      BUNDLED_WEIGHTS,
    );
    expect(partOf(ranked, 'm1', 'vector')).toBeCloseTo(BUNDLED_WEIGHTS.vector);
    expect(partOf(ranked, 'm5', 'vector')).toBe(partOf(ranked, 'm9', 'vector'));
    expect(partOf(ranked, 'm6', 'neighbours')).toBeGreaterThan(partOf(ranked, 'm10', 'neighbours'));
  });

  it('trusts the words more where the question asks when', () => {
    const near = [
      message(1, 'The oak came down', { cosine: 0.2 }),
      message(9, 'Weather, weather', { cosine: 0.9 }),
    ];
    const vectorOf = (question: string) => partOf(rank(question, near, BUNDLED_WEIGHTS), 'm9', 'vector');
    const share = vectorOf('When did the oak fall?') / vectorOf('Did the oak fall?');
    expect(share).toBeCloseTo(BUNDLED_WEIGHTS.vectorOfWhen);
  });
});
