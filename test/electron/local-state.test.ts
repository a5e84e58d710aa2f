import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultWindowPlace, readLocalState, writeLocalState } from '../../src/main/electron/local-state';
import type { Logger } from '../../src/shared/logger';
import { sessionIdSchema } from '../../src/shared/model/ids';

let folder: string;
let warnings: string[];
const ignore = (): void => undefined;
const logger: Logger = {
  debug: ignore,
  info: ignore,
  error: ignore,
  warn: (message) => warnings.push(message),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engram-state-'));
  warnings = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file beside the database', () => {
  it('is empty at first', () => {
    expect(readLocalState(folder)).toEqual({
      dataFolder: null,
      language: 'en',
      window: defaultWindowPlace,
      others: [],
    });
  });

  it('gives back what was written and leaves nothing else', () => {
    const state = {
      dataFolder: '/elsewhere',
      language: 'de' as const,
      window: { ...defaultWindowPlace, x: 3, y: 4 },
      others: [{ place: defaultWindowPlace, chat: sessionIdSchema.parse(uuidv7()) }],
    };
    writeLocalState(folder, state, logger);
    expect(readLocalState(folder)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['local-state.json']);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"window":{"width":-1}}',
    '{"dataFolder":7}',
    '{"language":"xx"}',
    '{"others":[{}]}',
  ])('counts as empty when it holds %j', (text) => {
    writeFileSync(join(folder, 'local-state.json'), text);
    expect(readLocalState(folder)).toEqual({
      dataFolder: null,
      language: 'en',
      window: defaultWindowPlace,
      others: [],
    });
  });

  it('keeps the rest where the further windows are damaged', () => {
    writeFileSync(join(folder, 'local-state.json'), '{"dataFolder":"/elsewhere","others":[{}]}');
    expect(readLocalState(folder)).toMatchObject({ dataFolder: '/elsewhere', others: [] });
  });

  it('is logged, not thrown, when it cannot be written', () => {
    writeLocalState(join(folder, 'missing'), readLocalState(folder), logger);
    expect(warnings).toHaveLength(1);
  });
});
