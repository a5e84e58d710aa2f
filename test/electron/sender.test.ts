import { describe, expect, it } from 'vitest';
import { callerOf } from '../../src/main/electron/sender';

const origin = 'app://engram';
const mainFrame = { origin };
const window = { webContents: { mainFrame }, isDestroyed: () => false };
const other = { webContents: { mainFrame: { origin } }, isDestroyed: () => false };

describe('a call', () => {
  it('is that window’s whose main frame it comes from', () => {
    expect(callerOf(mainFrame, [other, window], origin)).toBe(window);
  });

  it('is foreign from another frame of the same origin', () => {
    expect(callerOf({ origin }, [window, other], origin)).toBeNull();
  });

  it('is foreign once the main frame shows another origin', () => {
    const elsewhere = { origin: 'https://example.com' };
    expect(callerOf(elsewhere, [{ ...window, webContents: { mainFrame: elsewhere } }], origin)).toBeNull();
  });

  it('is foreign from a frame that is gone', () => {
    expect(callerOf(null, [window], origin)).toBeNull();
    expect(callerOf(undefined, [window], origin)).toBeNull();
  });

  it('is foreign without a window', () => {
    expect(callerOf(mainFrame, [], origin)).toBeNull();
    expect(callerOf(mainFrame, [{ ...window, isDestroyed: () => true }], origin)).toBeNull();
  });
});
