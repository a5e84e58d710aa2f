import { describe, expect, it } from 'vitest';
import { isOurPage } from '../../src/main/electron/sender';

const origin = 'app://engram';
const mainFrame = { origin };
const window = { webContents: { mainFrame }, isDestroyed: () => false };

describe('a call', () => {
  it('is ours from the main frame of our window', () => {
    expect(isOurPage(mainFrame, window, origin)).toBe(true);
  });

  it('is foreign from another frame of the same origin', () => {
    expect(isOurPage({ origin }, window, origin)).toBe(false);
  });

  it('is foreign once the main frame shows another origin', () => {
    const elsewhere = { origin: 'https://example.com' };
    expect(isOurPage(elsewhere, { ...window, webContents: { mainFrame: elsewhere } }, origin)).toBe(false);
  });

  it('is foreign from a frame that is gone', () => {
    expect(isOurPage(null, window, origin)).toBe(false);
    expect(isOurPage(undefined, window, origin)).toBe(false);
  });

  it('is foreign without a window', () => {
    expect(isOurPage(mainFrame, null, origin)).toBe(false);
    expect(isOurPage(mainFrame, { ...window, isDestroyed: () => true }, origin)).toBe(false);
  });
});
