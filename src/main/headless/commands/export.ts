import { resolve } from 'node:path';
import { headless as words } from '../../../shared/catalogue/en/headless';
import { AppError } from '../../../shared/errors';
import { exportFormats, type ExportFormat } from '../../../shared/model/export';
import { systemClock } from '../../memory/system-clock';
import { wireExport } from '../../wiring/export';
import { textOf, type Command, type Given } from '../command';
import { openReader, userNamed } from '../open-reader';
import { parseSessionId } from '../read-options';

function readFormat(given: Given): ExportFormat {
  const text = textOf(given, 'format') ?? 'json';
  const format = exportFormats.find((known) => known === text);
  if (format === undefined) throw new AppError('bad-input', words.badFormat(exportFormats));
  return format;
}

async function run(given: Given): Promise<void> {
  const format = readFormat(given);
  const path = resolve(given.positionals[0] ?? '');
  const named = given.values['chat'];
  const sessionIds = Array.isArray(named) ? named.map((id) => parseSessionId(String(id))) : null;
  const reader = await openReader(given, userNamed(textOf(given, 'user')));
  try {
    const written = { chats: 0, messages: 0 };
    await wireExport({ engine: reader.engine, clock: systemClock }, given.version).write({
      path,
      format,
      userId: reader.user.id,
      sessionIds,
      signal: given.signal,
      onChat: (chats, _total, messages) => Object.assign(written, { chats, messages }),
    });
    given.output.say(words.exported(written.chats, written.messages, path));
    given.output.result({ path, format, ...written });
  } finally {
    await reader.close();
  }
}

/** Writes chats to a file. */
export const exportCommand: Command = {
  name: 'export',
  usage: `export FILE [--format ${exportFormats.join('|')}] [--chat ID]… [--user NAME]`,
  about: words.about.export,
  options: {
    format: { type: 'string' },
    chat: { type: 'string', multiple: true },
    user: { type: 'string' },
  },
  takes: (positionals) => positionals === 1,
  run,
};
