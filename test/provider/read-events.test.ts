import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextReader } from '../../src/main/provider/read-body';
import { readEvents } from '../../src/main/provider/read-events';

/** The events of bytes that come in the given pieces. */
async function eventsOf(pieces: readonly Uint8Array[]) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: { name: string; text: string }[] = [];
  for await (const event of readEvents(createTextReader(body, (next) => next()).read)) events.push(event);
  return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('events of a stream', () => {
  it('come out the same however the bytes are cut and the lines end', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\r\n\ufeff]/g, ''));
    const sent = fc.array(line, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        sent,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat()),
        async (texts, end, cuts) => {
          const all = bytes(texts.map((text) => `data: ${text}${end}${end}`).join(''));
          const places = [
            0,
            ...cuts.map((cut) => cut % (all.length + 1)).toSorted((a, b) => a - b),
            all.length,
          ];
          const pieces = places.slice(1).map((place, index) => all.subarray(places[index], place));
          expect((await eventsOf(pieces)).map(({ text }) => text)).toEqual(texts);
        },
      ),
    );
  });

  it.each<[string, readonly { name: string; text: string }[]]>([
    ['data: a\ndata: b\n\n', [{ name: '', text: 'a\nb' }]],
    [
      'event: error\ndata: a\n\ndata: b\n\n',
      [
        { name: 'error', text: 'a' },
        { name: '', text: 'b' },
      ],
    ],
    ['data:a', [{ name: '', text: 'a' }]],
    ['data: a\r', [{ name: '', text: 'a' }]],
    [': comment\n\nid: 7\nretry: 1\n\n\n', []],
    ['event: ping\n\ndata: a\n\n', [{ name: '', text: 'a' }]],
    ['\ufeffdata: a\n\n', [{ name: '', text: 'a' }]],
    ['', []],
  ])('of %j', async (text, events) => {
    expect(await eventsOf([bytes(text)])).toEqual(events);
  });

  it('end with the replacement character where the last one was cut off', async () => {
    const half = bytes('data: é').subarray(0, 7);
    expect(await eventsOf([half])).toEqual([{ name: '', text: '\ufffd' }]);
  });
});
