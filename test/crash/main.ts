import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundleChild } from './bundle-child';
import { runSeries } from './crash-round';
import { crashKinds, type CrashKind } from './kinds';
import { createSeededRandom } from './seeded-random';

// npm run test:crash: kills until each kind of work was killed often enough, and goes on where an earlier run was ended.
// `-- --kills 1000` sets the number over all kinds, `-- --fresh` begins anew, `-- --report` only writes the page
// docs/crash-tests.md from what was done so far, which a whole run does at its end.

const project = join(import.meta.dirname, '../..');
const stateFile = join(project, 'test-results/crash/state.json');
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    fresh: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const wanted = Math.ceil(Number(values.kills) / crashKinds.length);

const stateSchema = z.object({
  kills: z.record(z.string(), z.number()),
  seconds: z.number(),
  problems: z.array(z.string()),
  day: z.string(),
});
type State = z.infer<typeof stateSchema>;

function readState(): State {
  const empty = { kills: {}, seconds: 0, problems: [], day: new Date().toISOString().slice(0, 10) };
  if (values.fresh) return empty;
  try {
    return stateSchema.parse(JSON.parse(readFileSync(stateFile, 'utf8')));
  } catch {
    return empty;
  }
}

function keep(state: State): void {
  mkdirSync(join(stateFile, '..'), { recursive: true });
  writeFileSync(stateFile, JSON.stringify({ ...state, day: new Date().toISOString().slice(0, 10) }));
}

function writeReport(state: State): void {
  const total = Object.values(state.kills).reduce((sum, count) => sum + count, 0);
  const rows = crashKinds.map((kind) => `| ${kind} | ${String(state.kills[kind] ?? 0)} |`);
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const machine = `${String(cpus().length)} × ${cpu?.model ?? 'unknown'}, ${String(gigabytes)} GB, ${platform()} ${release()}, Node ${process.version}`;
  writeFileSync(
    join(project, 'docs/crash-tests.md'),
    `# Crash tests

\`npm run test:crash\` starts a process with the real storage, jobs and turn code, kills it without warning (SIGKILL) while it
works, opens the data again and checks it: \`quick_check\`, the full-text index against the log, the path of every chat, no gap
and no overlap, the budget, all jobs run to their end, every acknowledged message there with its own words, erased users gone
from every file, backups whole. It goes on where it was ended.

Last run: ${state.day} on ${machine}. ${String(total)} kills of ${String(wanted * crashKinds.length)} wanted, ${String(Math.round(state.seconds / 60))} minutes.
Problems found: ${state.problems.length === 0 ? 'none' : state.problems.join('; ')}.

| killed while it did | kills |
| --- | --- |
${rows.join('\n')}

SIGKILL keeps what was handed to the system; \`test/crash/power-loss.test.ts\` looks at what a power cut would leave.
`,
  );
}

const state = readState();
if (values.report) {
  writeReport(state);
  process.exit(0);
}
const child = await bundleChild();
for (let slice = 0; slice < wanted; slice += 25) {
  for (const kind of crashKinds) {
    const left = Math.min(slice + 25, wanted) - (state.kills[kind] ?? 0);
    if (left > 0) await killMany(kind, left);
    if (state.problems.length > 0) process.exit(1);
  }
}
writeReport(state);

async function killMany(kind: CrashKind, kills: number): Promise<void> {
  let last = performance.now();
  const onKill = (problems: readonly string[]): void => {
    state.kills[kind] = (state.kills[kind] ?? 0) + 1;
    state.seconds += (performance.now() - last) / 1_000;
    last = performance.now();
    state.problems.push(...problems.map((problem) => `${kind}: ${problem}`));
    keep(state);
    process.stdout.write(`${kind} ${String(state.kills[kind])}: ${problems.join('; ') || 'in order'}\n`);
  };
  await runSeries({ child, kind, kills, onKill, random: createSeededRandom(Date.now()) });
}
