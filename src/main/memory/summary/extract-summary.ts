import { isoDate } from '../context/templates';
import type { TokenCounter } from '../tokens/token-counter';
import { isStopWord } from '../text/stop-words';
import { splitWords } from '../text/split-words';
import { createStemCache } from '../text/stem';
import { splitSentences } from '../text/split-sentences';

/** A message to be summarised. */
export interface SummarySource {
  readonly speaker: string;
  readonly role: string;
  readonly content: string;
  readonly createdAt: number;
}

interface Candidate {
  /** Whether it stood in the prior summary. */
  readonly isPrior: boolean;
  /** The line as it would stand in the summary. */
  readonly line: string;
  readonly order: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
  readonly prior: number;
}

const noveltyWeight = 0.7;
/** What stood before may keep this much: or a full summary would take nothing new any more. */
const priorShare = 0.6;
/** More than any line has by itself. */
const missingBonus = 4;
/** Names inside a sentence, numbers, and words that fix a day. */
const anchors = /(?<=\S\s)\p{Lu}\p{L}+|\d[\d.,:/-]*|\b(?:yesterday|today|tomorrow|last|next)\b/gu;

/**
 * A summary made of the conversation's own sentences: those most central to it (cosine of TF-IDF weights with
 * their centroid) and richest in names, numbers and dates, each chosen for what it adds to those chosen before
 * (maximal marginal relevance, Carbonell and Goldstein 1998). The prior summary's lines compete as they are.
 *
 * The sentences in `missing`, which a first try left out, come before all others.
 *
 * Deterministic; at most `maxTokens` tokens; empty only where there is no sentence at all.
 */
export function extractSummary(
  prior: string | null,
  sources: readonly SummarySource[],
  maxTokens: number,
  counter: TokenCounter,
  missing: readonly string[] = [],
): string {
  const lines = [...priorLines(prior), ...sources.flatMap(sourceLines)];
  const lacked = new Set(missing);
  const candidates = weigh(
    lines.map((line) => (lacked.has(line.sentence) ? { ...line, bonus: line.bonus + missingBonus } : line)),
  );
  let chosen = choose(candidates, maxTokens, counter);
  // Joined, lines can take a token more than one by one: the last chosen goes then.
  while (chosen.length > 1 && counter.count(joined(chosen)) > maxTokens) chosen = chosen.slice(0, -1);
  return joined(chosen);
}

function joined(chosen: readonly Candidate[]): string {
  return chosen
    .toSorted((a, b) => a.order - b.order)
    .map((candidate) => candidate.line)
    .join('\n');
}

interface Line {
  readonly isPrior: boolean;
  readonly line: string;
  readonly sentence: string;
  readonly bonus: number;
}

function priorLines(prior: string | null): readonly Line[] {
  if (prior === null) return [];
  const lines = prior.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({
    isPrior: true,
    line,
    sentence: line.replace(/^- [^:]*: /u, ''),
    bonus: 0.3,
  }));
}

function sourceLines(source: SummarySource): readonly Line[] {
  const date = isoDate(source.createdAt);
  return splitSentences(source.content).map((sentence) => ({
    isPrior: false,
    line: `- ${source.speaker}, ${date}: ${sentence}`,
    sentence,
    bonus: (source.role === 'user' ? 0.1 : 0) - (/[?？]$/u.test(sentence) ? 0.4 : 0),
  }));
}

function weigh(lines: readonly Line[]): readonly Candidate[] {
  const stem = createStemCache();
  const bags = lines.map((line) => ({ line, counts: countStems(line.sentence, stem) }));
  const documents = new Map<string, number>();
  for (const { counts } of bags) {
    for (const term of counts.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  }
  return bags.map(({ line, counts }, order) => {
    const weights = new Map<string, number>();
    for (const [term, count] of counts) {
      weights.set(term, (1 + Math.log(count)) * Math.log(1 + bags.length / (documents.get(term) ?? 1)));
    }
    const found = Math.min(4, [...line.sentence.matchAll(anchors)].length);
    const tooShort = counts.size < 3 ? -0.5 : 0;
    return {
      isPrior: line.isPrior,
      line: line.line,
      order,
      weights,
      norm: length(weights),
      prior: line.bonus + 0.15 * found + tooShort,
    };
  });
}

function countStems(text: string, stem: (word: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of splitWords(text)) {
    const words = unit.kind === 'word' ? [unit.text] : unit.characters;
    for (const word of words) {
      if (unit.kind === 'word' && isStopWord(word)) continue;
      const term = stem(word);
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

function length(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}

function cosine(a: Candidate, b: Pick<Candidate, 'weights' | 'norm'>): number {
  let dot = 0;
  for (const [term, weight] of a.weights) dot += weight * (b.weights.get(term) ?? 0);
  return dot / (a.norm * b.norm);
}

function centroid(candidates: readonly Candidate[]): Pick<Candidate, 'weights' | 'norm'> {
  const weights = new Map<string, number>();
  for (const candidate of candidates) {
    for (const [term, weight] of candidate.weights) {
      weights.set(term, (weights.get(term) ?? 0) + weight / candidate.norm);
    }
  }
  return { weights, norm: length(weights) };
}

function choose(
  candidates: readonly Candidate[],
  maxTokens: number,
  counter: TokenCounter,
): readonly Candidate[] {
  const centre = centroid(candidates);
  const relevance = candidates.map((candidate) => cosine(candidate, centre) + candidate.prior);
  const nearest = candidates.map(() => 0);
  const open = new Set(candidates.keys());
  const chosen: Candidate[] = [];
  let room = maxTokens;
  let priorRoom = candidates.every(({ isPrior }) => isPrior) ? maxTokens : maxTokens * priorShare;
  while (open.size > 0 && room > 8) {
    let best = -1;
    let bestScore = -Infinity;
    for (const index of open) {
      const score = (relevance[index] ?? 0) - noveltyWeight * (nearest[index] ?? 0);
      if (score > bestScore) [best, bestScore] = [index, score];
    }
    const candidate = candidates[best];
    if (candidate === undefined) break;
    open.delete(best);
    const fitted = fit(candidate, candidate.isPrior ? priorRoom : room, chosen.length === 0, counter);
    if (fitted === null) continue;
    room -= fitted.tokens;
    if (candidate.isPrior) priorRoom = Math.min(room, priorRoom - fitted.tokens);
    chosen.push(fitted.candidate);
    for (const index of open) {
      const other = candidates[index];
      if (other !== undefined) nearest[index] = Math.max(nearest[index] ?? 0, cosine(other, candidate));
    }
  }
  return chosen;
}

/** A line that does not fit is passed over; the first one is shortened, so that something always stands. */
function fit(
  candidate: Candidate,
  room: number,
  isFirst: boolean,
  counter: TokenCounter,
): { readonly candidate: Candidate; readonly tokens: number } | null {
  const tokens = counter.count(candidate.line) + 1;
  if (tokens <= room) return { candidate, tokens };
  if (!isFirst) return null;
  const line = counter.truncate(candidate.line, room - 1).trim();
  return line === '' ? null : { candidate: { ...candidate, line }, tokens: counter.count(line) + 1 };
}
