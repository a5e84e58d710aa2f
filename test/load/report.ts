import { cpus, platform, release, totalmem } from 'node:os';
import { exponent } from '../../bench/exponent';
import { timedNames, type LoadState, type Stage, type WholeFile } from './state';

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);

/** The page docs/load-tests.md. */
export function reportOf(
  state: LoadState,
  size: { users: number; sessions: number; messages: number },
): string {
  const { stages } = state;
  const head = [
    'messages',
    'of the user',
    ...timedNames.map((name) => `${name}, p50 / p95 ms`),
    'memory, MB',
    'held by caches, MB',
    'handles',
    'database, MB',
  ];
  const row = (stage: Stage): string =>
    [
      String(stage.messages),
      String(stage.own),
      ...timedNames.map((name) => {
        const times = stage.times[name];
        return times === undefined ? '–' : `${times.p50.toFixed(1)} / ${times.p95.toFixed(1)}`;
      }),
      megabytes(stage.rssBytes),
      megabytes(stage.registryBytes),
      String(stage.handles),
      megabytes(stage.databaseBytes),
    ].join(' | ');
  const grown = (of: (stage: Stage) => number): string =>
    stages.length < 3 ? '–' : exponent(stages.map((stage) => [stage.messages, of(stage)])).toFixed(2);
  const p95Of =
    (name: string) =>
    (stage: Stage): number =>
      stage.times[name]?.p95 ?? 0;
  const [cpu] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${String(cpus().length)} × ${cpu?.model ?? 'unknown'}, ${String(Math.round(totalmem() / 1024 ** 3))} GB, ${platform()} ${release()}, Node ${process.version}`;
  return `# Load tests

\`npm run test:load\` fills a data folder with ${String(size.users)} users, ${String(size.sessions)} chats and ${String(size.messages)} messages of made-up text and
vectors (512 dimensions), chat after chat over all users in turn, and measures one user's engine along the way: a turn appended
to one chat, a chat opened cold (page of 60 and context), recall in one chat (ten chats, always the same) and across all chats
of the user, with the query's vector given. It goes on where it was ended.

Last run: ${day} on ${machine}; ${String(Math.round(state.seconds / 60))} minutes, ${String(state.chats)} of ${String(size.sessions)} chats.

| ${head.join(' | ')} |
| ${head.map(() => '---').join(' | ')} |
${stages.map((stage) => `| ${row(stage)} |`).join('\n')}

Growth exponents over messages, by p95 (0 flat, 1 linear):

| figure | exponent |
| --- | --- |
${timedNames.map((name) => `| ${name} | ${grown(p95Of(name))} |`).join('\n')}
| memory | ${grown(({ rssBytes }) => rssBytes)} |
| handles | ${grown(({ handles }) => handles)} |
${wholeFileOf(state.wholeFile)}`;
}

function wholeFileOf(file: WholeFile | null): string {
  if (file === null) return '';
  const row = (name: string, { seconds, waitMs }: WholeFile['check']): string =>
    `| ${name} | ${seconds.toFixed(1)} | ${waitMs.toFixed(0)} |`;
  return `
## The file as a whole

At the end the database, of ${megabytes(file.bytes)} MB, is opened as after a kill (${file.openMs.toFixed(0)} ms), checked, backed up while it is in use, and the
backup read again. Meanwhile the engine is asked for the list of chats every 5 ms.

| | seconds | longest wait for the list, ms |
| --- | --- | --- |
${row('check (all pages, full text)', file.check)}
${row('backup, checked', file.backup)}
${row('preview of the backup', file.preview)}
`;
}
