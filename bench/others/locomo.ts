import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceOf } from '../../eval/locomo/evidence';
import { measure, type Measures, type Outcome } from '../../eval/locomo/measures';
import { reportOf } from '../../eval/locomo/report';
import { runLocomo } from '../../eval/locomo/run-locomo';
import { keepNothing } from '../../eval/parts';
import { createBundledEmbedder } from '../../src/main/embeddings/bundled-embedder';
import { readLocomoFile } from '../../src/main/importers/locomo';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Item, System } from './system';

/** Category 5 asks for what was never said. */
const adversarial = 5;
const asked = 20;

/** The bundled embedder, its vectors kept in a file: every system is given the same ones, and they are made once. */
export async function cachedEmbedder(file: string): Promise<Embedder & { save(): Promise<void> }> {
  const stored = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, string>) : {};
  const known = new Map(Object.entries(stored));
  const embedder = createBundledEmbedder();
  const decode = (text: string): Float32Array => {
    const bytes = Buffer.from(known.get(text) ?? '', 'base64');
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  const keep = (text: string, vector: Float32Array): void => {
    known.set(text, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64'));
  };
  return {
    model: embedder.model,
    dimension: embedder.dimension,
    maxTokens: embedder.maxTokens,
    embedQuery: async (text) => {
      if (!known.has(text)) keep(text, await embedder.embedQuery(text));
      return decode(text);
    },
    embedDocuments: async (texts) => {
      const missing = [...new Set(texts)].filter((text) => !known.has(text));
      const vectors = missing.length === 0 ? [] : await embedder.embedDocuments(missing);
      vectors.forEach((vector, index) => {
        keep(missing[index] ?? '', vector);
      });
      return texts.map(decode);
    },
    save: () => writeFile(file, JSON.stringify(Object.fromEntries(known))),
  };
}

/** Engram's own evaluation with these vectors: import, storage and recall as the program does them. */
export async function locomoOfEngram(file: string, embedder: Embedder): Promise<Measures> {
  return reportOf(await runLocomo({ file, embedder, openParts: keepNothing }));
}

/** Another system on the same file: each turn with its speaker is a message, each question is asked as it stands. */
export async function locomoOf(
  system: System,
  file: string,
  folder: string,
  embedder: Embedder,
): Promise<Measures> {
  const outcomes: Outcome[] = [];
  for (const { id, sessions, questions } of await readLocomoFile(file)) {
    const turns = sessions.flatMap((session) => session.turns);
    const texts = turns.map(({ speaker, text }) => `${speaker}: ${text}`);
    const vectors = new Map<string, Float32Array>();
    for (const [index, vector] of (await embedder.embedDocuments(texts)).entries()) {
      vectors.set(texts[index] ?? '', vector);
    }
    const place = join(folder, id);
    await mkdir(place, { recursive: true });
    // mem0 also asks for those of the names and phrases it finds in a text.
    const open = await system.open(place, (text) => vectors.get(text) ?? embedder.embedQuery(text));
    await open.fill(
      turns.map(({ dia_id: turnId }, index): Item => {
        const text = texts[index] ?? '';
        return { id: turnId, text, vector: vectors.get(text) ?? new Float32Array(), createdAt: index };
      }),
    );
    const known = new Set(turns.map(({ dia_id: turnId }) => turnId));
    for (const { question, evidence, category } of questions) {
      const wanted = evidenceOf(evidence, known);
      if (wanted.length === 0 || category === adversarial) continue;
      const vector = await embedder.embedQuery(question);
      vectors.set(question, vector);
      const found = await open.search({ text: question, vector }, asked);
      const ranks = new Map(found.map((turnId, index) => [turnId, index + 1]));
      outcomes.push({ category, ranks: wanted.map((turnId) => ranks.get(turnId) ?? Infinity) });
    }
    await open.close();
  }
  return measure(outcomes);
}
