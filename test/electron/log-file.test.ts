import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFileLogger, logFilePath } from '../../src/main/electron/log-file';

const folder = mkdtempSync(join(tmpdir(), 'engram-log-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes one JSON line an entry, fields beside the message, into the data folder', () => {
  const logger = createFileLogger(folder);
  logger.info('first', { ms: 12 });
  logger.debug('second\nline', { kind: 'x' });
  const lines = readFileSync(logFilePath(folder), 'utf8').trimEnd().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries).toMatchObject([
    { level: 'info', message: 'first', ms: 12 },
    { level: 'debug', message: 'second\nline', kind: 'x' },
  ]);
});
