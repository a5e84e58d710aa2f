import { describe, expect, it } from 'vitest';
import type { RecalledMessage } from '../../src/main/memory/ports/recall';
import { createOfflineModel, offlineReply } from '../../src/main/provider/offline-model';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { MessageId } from '../../src/shared/model/ids';

const found = (content: string, author = 'Nadia', focus = 0): RecalledMessage => ({
  messageId: author as MessageId,
  author,
  createdAt: new Date(2024, 2, 3, 12).getTime(),
  content,
  focus,
});

async function stream(
  recalled: readonly RecalledMessage[],
  abort = new AbortController(),
  stopAfter = Infinity,
) {
  const texts: string[] = [];
  const request = { messages: [], recalled, maxTokens: 10, signal: abort.signal };
  for await (const chunk of createOfflineModel().stream(request)) {
    if (chunk.kind === 'text') texts.push(chunk.text);
    if (texts.length >= stopAfter) abort.abort();
  }
  return texts;
}

describe('the offline model', () => {
  it('quotes what memory found, with author and date, the best first, and says that no model is connected', () => {
    const reply = offlineReply([found('The key is blue.\nVery blue.'), found('Which key?', 'Tomas')]);
    expect(reply.split('\n\n')).toEqual([
      catalogue.main.offline.found(2),
      '**Nadia, 3 March 2024**',
      '> The key is blue.\n> Very blue.',
      '**Tomas, 3 March 2024**',
      '> Which key?',
    ]);
  });

  it('says so plainly when memory found nothing', () => {
    expect(offlineReply([])).toBe(catalogue.main.offline.nothingFound);
  });

  it('shortens a long message between characters', () => {
    const reply = offlineReply([found('🙂'.repeat(5_000))]);
    expect(Array.from(reply.split('> ')[1]!)).toHaveLength(1_201);
    expect(reply.endsWith('🙂…')).toBe(true);
  });

  it('quotes a long message from where it says what was asked', () => {
    const text = `${'Nothing. '.repeat(400)}The boat is red. ${'Nothing. '.repeat(400)}`;
    const reply = offlineReply([found(text, 'Nadia', text.indexOf('The boat'))]);
    expect(reply).toContain('> … The boat is red. Nothing.');
  });

  it('streams its reply in parts, the same every time', async () => {
    const recalled = [found('The key is blue. '.repeat(20))];
    const texts = await stream(recalled);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join('')).toBe(offlineReply(recalled));
    expect(await stream(recalled)).toEqual(texts);
  });

  it('ends when it is stopped', async () => {
    expect(await stream([found('The key is blue. '.repeat(20))], new AbortController(), 2)).toHaveLength(2);
  });
});
