import { describe, expect, it } from 'vitest';
import { electronEnvironment, electronFlags, isHeadless, onSomeDisplay } from '../../scripts/environment.mjs';

describe('where the window opens', () => {
  it('is nowhere on Linux without a display, and on the screen otherwise', () => {
    expect(isHeadless({ platform: 'linux', env: {} })).toBe(true);
    expect(isHeadless({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(false);
    expect(isHeadless({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(false);
    expect(isHeadless({ platform: 'darwin', env: {} })).toBe(false);
  });

  it('is the given command itself where there is a display', () => {
    const display = onSomeDisplay(['node', 'x'], { platform: 'linux', env: { DISPLAY: ':0' } });
    expect(display).toEqual({ kind: 'go', command: ['node', 'x'] });
  });

  it('names the packages where there is neither display nor xvfb', () => {
    expect(onSomeDisplay(['node'], { platform: 'linux', env: { PATH: '/nowhere' } })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('apt-get install -y xvfb xauth') as string,
    });
  });

  it('never has Electron run as plain Node', () => {
    expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', HOME: '/home/a' })).toEqual({ HOME: '/home/a' });
  });

  it('drops the sandbox for root only, which Chromium demands', () => {
    expect(electronFlags({ isRoot: true })).toEqual(['--no-sandbox']);
    expect(electronFlags({ isRoot: false })).toEqual([]);
  });
});
