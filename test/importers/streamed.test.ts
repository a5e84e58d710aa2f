import fc from 'fast-check';
import { createWriteStream, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { describe, expect, it } from 'vitest';
import { createImportSource } from '../../src/main/importers/import-source';
import { findConversations } from '../../src/main/importers/read-conversations';
import { streamValues, type StreamedValue } from '../../src/main/importers/stream-values';
import { AppError } from '../../src/shared/errors';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { startTsxWorker } from '../fakes/tsx-worker';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { readAll } from './read-all';

const ignore = (): undefined => undefined;
const words = catalogue.main.importing;

/** A chat as Claude exports it. */
function claudeChat(id: string, texts: readonly string[] = ['Hello', 'Good morning.']) {
  return {
    uuid: id,
    name: `Chat ${id}`,
    chat_messages: texts.map((text, index) => ({ sender: index % 2 === 0 ? 'human' : 'assistant', text })),
  };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function valuesOf(text: string, size: number): Promise<readonly StreamedValue[]> {
  const values: StreamedValue[] = [];
  for await (const value of streamValues(inPieces(Buffer.from(text, 'utf8'), size))) values.push(value);
  return values;
}

const values = (read: readonly StreamedValue[]): readonly unknown[] =>
  read.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
const broken = (read: readonly StreamedValue[]): number =>
  read.filter(({ kind }) => kind === 'broken').length;

/** A file name below a new folder. */
function place(name: string): string {
  return join(temporaryFolder(), name);
}

async function zipOf(name: string, files: Readonly<Record<string, Buffer>>): Promise<string> {
  const path = place(name);
  const zip = new ZipFile();
  for (const [entry, content] of Object.entries(files)) zip.addBuffer(content, entry);
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(path)));
  return path;
}

describe('the values of a file as they are read', () => {
  const anyValue = fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null);

  it('are those of the whole file, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyValue, { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (all, size) => {
          const whole = JSON.parse(JSON.stringify(all)) as unknown[];
          expect(values(await valuesOf(JSON.stringify(all), size))).toEqual(whole);
          const objects = all.map((value) => ({ value }));
          const lines = objects.map((value) => JSON.stringify(value)).join('\n');
          const read = await valuesOf(`\uFEFF${lines}\n`, size);
          expect(values(read)).toEqual(JSON.parse(JSON.stringify(objects)));
          expect(broken(read)).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of one object over many lines are that object', async () => {
    const chat = claudeChat('a');
    expect(values(await valuesOf(JSON.stringify(chat, null, 2), 7))).toEqual([chat]);
  });

  it('come before the place where a list breaks off, which is told', async () => {
    const list = JSON.stringify([claudeChat('a'), claudeChat('b')]);
    const read = await valuesOf(list.slice(0, -20), 64);
    expect(values(read)).toEqual([claudeChat('a')]);
    expect(broken(read)).toBe(1);
  });

  it('are told as broken line by line, and hold up no other', async () => {
    const read = await valuesOf(`{"a":1}\nnonsense\n{"b":2}`, 5);
    expect(values(read)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(broken(read)).toBe(1);
  });
});

describe('an archive', () => {
  it('is read where it lies: the chats of its files, whatever else it holds', async () => {
    const path = await zipOf('export.zip', {
      'user.json': Buffer.from('{"id":"u"}'),
      'picture.png': Buffer.from([0x89, 0x50]),
      'conversations.json': Buffer.from(JSON.stringify([claudeChat('a'), claudeChat('b')])),
      'deep/more.jsonl': Buffer.from(`${JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }] })}\n`),
    });
    expect(await readAll(path)).toMatchObject({ from: 'Claude', unreadable: 0, chats: [{}, {}, {}] });
    expect(await findConversations(path, ignore)).toMatchObject([{ keys: { length: 3 }, messageCount: 5 }]);
  });

  it('without a chat, cut short or of damaged bytes is refused with a word on why', async () => {
    const none = await zipOf('none.zip', { 'user.json': Buffer.from('{"id":"u"}') });
    await expect(findConversations(none, ignore)).rejects.toBeInstanceOf(AppError);
    const whole = readFileSync(
      await zipOf('whole.zip', { 'conversations.json': Buffer.from(JSON.stringify([claudeChat('a')])) }),
    );
    const cut = place('cut.zip');
    writeFileSync(cut, whole.subarray(0, whole.length - 30));
    await expect(findConversations(cut, ignore)).rejects.toMatchObject({ message: words.brokenArchive });
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(cut, damaged);
      const read = await findConversations(cut, ignore).catch((error: unknown) => error);
      expect(Array.isArray(read) || read instanceof AppError, String(at)).toBe(true);
    }
  });

  it('that was made to fill a disk is not unpacked', async () => {
    const path = await zipOf('bomb.zip', { 'conversations.json': Buffer.alloc(80 * 1024 * 1024, ' ') });
    await expect(findConversations(path, ignore)).rejects.toMatchObject({ message: words.archiveTooLarge });
  });
});

describe('the thread that reads', () => {
  const source = createImportSource((options) =>
    startTsxWorker(new URL('../../src/main/importers/import.worker.ts', import.meta.url), options),
  );
  const many = (count: number): string => {
    const path = place('many.json');
    const chats = Array.from({ length: count }, (_, index) =>
      claudeChat(String(index), ['Hello '.repeat(200)]),
    );
    writeFileSync(path, JSON.stringify(chats));
    return path;
  };

  it('finds and gives out the chats, as they are asked for', async () => {
    const path = many(20);
    const reading = { signal: new AbortController().signal };
    const [found] = await source.find(path, reading);
    expect(found).toMatchObject({ messageCount: 20 });
    const keys: string[] = [];
    for await (const chats of source.read(path, found!.key, reading))
      keys.push(...chats.map(({ key }) => key));
    expect(keys).toEqual(found!.keys);
  });

  it('ends with a word that it was stopped, wherever it is', async () => {
    const path = many(20);
    const stopped = new AbortController();
    stopped.abort();
    await expect(source.find(path, { signal: stopped.signal })).rejects.toMatchObject({ kind: 'cancelled' });
    const stopping = new AbortController();
    const read = async (): Promise<void> => {
      for await (const chats of source.read(path, 'many.json', { signal: stopping.signal })) {
        if (chats.length > 0) stopping.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('says why a file cannot be read', async () => {
    const reading = { signal: new AbortController().signal };
    await expect(source.find(place('gone.json'), reading)).rejects.toMatchObject({ kind: 'import-failed' });
  });
});
