import { itemsOf, questionsOf, vectorOf } from './corpus';
import { cachedEmbedder, locomoOf, locomoOfEngram } from './locomo';
import { systems, type ListedSystem } from './systems';
import type { OpenSystem, System } from './system';

// One step of the comparison in a process of its own: fill, round or locomo. Writes its result as a line of JSON.

const queries = 20;
const additions = 5;
/** Systems that write everything at each addition are not waited for longer. */
const longestMs = 20_000;

async function filled(system: System, folder: string, count: number): Promise<OpenSystem> {
  const open = await system.open(folder, vectorOf);
  await open.fill(itemsOf(count));
  return open;
}

async function fill(system: System, folder: string, count: number): Promise<object> {
  const items = itemsOf(count);
  const start = performance.now();
  const open = await system.open(folder, vectorOf);
  await open.fill(items);
  const ms = performance.now() - start;
  await open.close();
  return { ms };
}

async function round(
  system: System,
  keeps: boolean,
  folder: string,
  count: number,
  number: number,
): Promise<object> {
  const open = keeps ? await system.open(folder, vectorOf) : await filled(system, folder, count);
  const [first, ...rest] = questionsOf(queries + 1, 100 + number);
  if (first === undefined) throw new Error('No question');
  await open.search(first, 10);
  const firstAnswerMs = Date.now() - Number(process.env.ENGRAM_BENCH_STARTED);
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const searchMs: number[] = [];
  for (const asked of rest) searchMs.push(await timed(() => open.search(asked, 10)));
  const megabytes = process.memoryUsage().rss / 1e6;
  const addMs: number[] = [];
  const until = performance.now() + longestMs;
  for (const { text, vector } of questionsOf(additions, 200 + number)) {
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
  fill: async () => fill(await listed.load(), folder, Number(rest[0])),
  round: async () => round(await listed.load(), listed.keeps, folder, Number(rest[0]), Number(rest[1])),
  locomo: () => locomo(listed, folder, rest[0] ?? '', rest[1] ?? ''),
};
const result = await steps[step ?? '']?.();
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
