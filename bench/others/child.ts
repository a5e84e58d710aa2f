import { itemsInParts, questionsOf, vectorsGiven } from './corpus';
import { cachedEmbedder, locomoOf, locomoOfEngram } from './locomo';
import { systems, type ListedSystem } from './systems';
import type { OpenSystem } from './system';

// One step of the comparison in a process of its own: fill, round or locomo. Writes its result as a line of JSON.

const queries = 20;
const additions = 5;
/** Messages made at a time. */
const part = 1_000;
/** Systems that write everything at each addition are not waited for longer. */
const longestMs = 20_000;

/** Loading its code counts, for all alike: some load theirs only when they are opened. */
async function fill({ load }: ListedSystem, folder: string, count: number): Promise<object> {
  const items = [...itemsInParts(count, part)].flat();
  const vectorOf = vectorsGiven(items);
  const start = performance.now();
  const system = await load();
  const open = await system.open(folder, vectorOf);
  await open.fill(items);
  const ms = performance.now() - start;
  await open.close();
  return { ms };
}

/** Milliseconds that some work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Fills what keeps nothing; the milliseconds of that alone, without those of making what is filled in. */
async function fillAnew(open: OpenSystem, count: number): Promise<number> {
  let ms = 0;
  for (const items of itemsInParts(count, part)) ms += await timed(() => open.fill(items));
  return ms;
}

async function round(
  { load, keeps }: ListedSystem,
  folder: string,
  count: number,
  number: number,
): Promise<object> {
  const bornMs = Date.now() - Number(process.env.ENGRAM_BENCH_STARTED);
  const [first, ...rest] = questionsOf(queries + 1, 100 + number);
  if (first === undefined) throw new Error('No question');
  const added = questionsOf(additions, 200 + number);
  const vectorOf = vectorsGiven([first, ...rest, ...added]);
  const openStart = performance.now();
  const system = await load();
  const open = await system.open(folder, vectorOf);
  const openMs = performance.now() - openStart;
  const filledMs = keeps ? 0 : await fillAnew(open, count);
  const firstAnswerMs = bornMs + openMs + filledMs + (await timed(() => open.search(first, 10)));
  const searchMs: number[] = [];
  for (const asked of rest) searchMs.push(await timed(() => open.search(asked, 10)));
  const megabytes = process.memoryUsage().rss / 1e6;
  const addMs: number[] = [];
  const until = performance.now() + longestMs;
  for (const { text, vector } of added) {
    if (performance.now() > until) break;
    const id = `added-${String(number)}-${text}`;
    addMs.push(await timed(() => open.add({ id, text, vector, createdAt: Date.now() })));
  }
  await open.close();
  return { firstAnswerMs, searchMs, addMs: keeps ? addMs : [], megabytes };
}

async function locomo(
  { name, load }: ListedSystem,
  folder: string,
  file: string,
  cache: string,
): Promise<object> {
  const embedder = await cachedEmbedder(cache);
  const measures =
    name === 'Engram'
      ? await locomoOfEngram(file, embedder)
      : await locomoOf(await load(), file, folder, embedder);
  await embedder.save();
  return measures;
}

const [step, name, folder = '', ...rest] = process.argv.slice(2);
const listed = systems.find((each) => each.name === name);
if (listed === undefined) throw new Error(`No system of this name: ${String(name)}`);
const steps: Readonly<Partial<Record<string, () => Promise<object>>>> = {
  fill: () => fill(listed, folder, Number(rest[0])),
  round: () => round(listed, folder, Number(rest[0]), Number(rest[1])),
  locomo: () => locomo(listed, folder, rest[0] ?? '', rest[1] ?? ''),
};
const result = await steps[step ?? '']?.();
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
