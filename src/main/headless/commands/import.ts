import { resolve } from 'node:path';
import { headless as words } from '../../../shared/catalogue/en/headless';
import type { Command, Given } from '../command';
import { plain } from '../found-lines';
import { openWriter } from '../writing/open-writer';
import type { TaskNews } from '../writing/task';

/** Tells how far it is, each time that another percent is done. */
function progressTo({ output }: Given): (news: TaskNews) => void {
  let last = '';
  return (news) => {
    if (news.kind === 'notice') output.tell(news.text);
    if (news.kind !== 'progress') return;
    const { phase, done, total } = news;
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const key = `${phase} ${String(percent)}`;
    if (key === last) return;
    last = key;
    if (phase === 'reading') output.tell(words.reading(percent));
    else if (phase === 'importing') output.tell(words.importing(done, total));
    else output.tell(words.embedding(total - done));
  };
}

async function run(given: Given): Promise<void> {
  const path = resolve(given.positionals[0] ?? '');
  const writer = await openWriter(given);
  try {
    const task = { kind: 'import', path, wait: given.values['wait'] === true } as const;
    const result = await writer.run(task, { report: progressTo(given), signal: given.signal });
    if (result.kind !== 'import') return;
    for (const { title, sessionsAdded, messagesAdded, sessionsSkipped } of result.conversations) {
      given.output.say(plain(words.imported(title, sessionsAdded, messagesAdded, sessionsSkipped)));
    }
    given.output.result(result);
  } finally {
    await writer.close();
  }
}

/** Imports a file of chats. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE [--wait]',
  about: words.about.import,
  options: { wait: { type: 'boolean' } },
  takes: (positionals) => positionals === 1,
  run,
};
