import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RegistryCard } from '../../../src/renderer/memory/registry-card';
import { formatBytes } from '../../../src/renderer/ui/format-bytes';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import type { SessionId } from '../../../src/shared/model/ids';
import type { RegistryStatus, SessionMemoryStatus } from '../../../src/shared/model/registry';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

const words = catalogue.registry;

const sessionOf = (index: number): SessionMemoryStatus => ({
  sessionId: `session-${String(index)}` as SessionId,
  title: `Chat ${String(index)}`,
  bufferMessages: 12,
  bufferTokens: 3_456,
  summary: index === 0 ? { version: 3, tokens: 480 } : null,
  indexedVectors: index === 0 ? 1_200 : 0,
  indexBytes: index === 0 ? 2_500_000 : 0,
});

const statusOf = (count: number): RegistryStatus => ({
  sessions: Array.from({ length: count }, (_, index) => sessionOf(index)),
  active: 57,
  maxActive: 100,
  bytes: 3_145_728,
  maxBytes: 603_979_776,
  holders: {
    process: 343_932_928,
    vectors: 2_500_000,
    words: 524_288,
    paths: 121_364,
    engineHeap: 41_943_040,
  },
  hits: 1_234,
  misses: 56,
  evictions: 7,
});

describe('the card of chats in memory', () => {
  it('shows the figures, and buffer, summary and index of each chat', async () => {
    renderWithStores(createFakeBridge({ 'memory.registry': () => statusOf(2) }), <RegistryCard />);
    expect(await screen.findByText('1,234')).toBeDefined();
    expect(screen.getByText(words.bytes('3.0 MB', '576 MB'))).toBeDefined();
    const holders = screen.getByTestId('memory-holders').textContent;
    expect(holders).toContain(`${words.process}: 328 MB`);
    expect(holders).toContain(`${words.holders.engineHeap}: 40 MB`);
    const rows = screen.getAllByTestId('registry-row').map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(words.bufferOf('12', '3,456'));
    expect(rows[0]).toContain(words.summaryOf('3', '480'));
    expect(rows[0]).toContain(words.indexOf('1,200', '2.4 MB'));
    expect(rows[1]).toContain(words.noSummary);
    expect(rows[1]).toContain(words.notOpen);
  });

  it('counts the chats it does not list, and says when there is none', async () => {
    const first = renderWithStores(
      createFakeBridge({ 'memory.registry': () => statusOf(11) }),
      <RegistryCard />,
    );
    expect(await screen.findByText(words.more('3'))).toBeDefined();
    first.unmount();
    renderWithStores(createFakeBridge({ 'memory.registry': () => statusOf(0) }), <RegistryCard />);
    expect(await screen.findByText(words.none)).toBeDefined();
  });

  it('says so when it could not be read', async () => {
    const bridge = createFakeBridge({
      'memory.registry': () => {
        throw new Error('no engine');
      },
    });
    renderWithStores(bridge, <RegistryCard />);
    expect(await screen.findByText(words.failed)).toBeDefined();
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1_023, '1023 bytes'],
    [1_536, '1.5 KB'],
    [10_240, '10 KB'],
    [3 * 1024 ** 3, '3.0 GB'],
  ])('%i bytes are %s', (bytes, shown) => expect(formatBytes(bytes)).toBe(shown));
});
