import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/main/headless/command-names';
import { argumentsOf, isCommandLine } from '../../src/main/headless/is-command-line';
import { exitCodeOf, exitCodes } from '../../src/main/headless/exit-codes';
import { plain } from '../../src/main/headless/found-lines';
import { taskSocketPath } from '../../src/main/headless/writing/task-protocol';
import { allCommands } from '../../src/main/headless/all-commands';
import { errorKinds } from '../../src/shared/errors';

describe('a program started with a command', () => {
  it('is told by the command, in a package and from a checkout', () => {
    expect(isCommandLine(['/opt/engram', 'search', 'boat'], true)).toBe(true);
    expect(isCommandLine(['/opt/engram', '--no-sandbox', 'stats'], true)).toBe(true);
    expect(isCommandLine(['/opt/engram'], true)).toBe(false);
    expect(isCommandLine(['/opt/engram', '/home/me/search'], true)).toBe(false);
    expect(isCommandLine(['electron', '.', 'stats'], false)).toBe(true);
    expect(isCommandLine(['electron', '.', '--disable-gpu'], false)).toBe(false);
    expect(argumentsOf(['/opt/engram', '--no-sandbox', 'search', '--json'], true)).toEqual([
      'search',
      '--json',
    ]);
  });

  it('knows every command by its name', () => {
    expect(allCommands.map(({ name }) => name).toSorted()).toEqual(commandNames.toSorted());
  });
});

describe('exit codes', () => {
  it('are none of success for any error', () => {
    for (const kind of errorKinds) expect(exitCodeOf(kind), kind).toBeGreaterThan(exitCodes.done);
  });
});

describe('words for a terminal', () => {
  it('cannot move its cursor or change its title', () => {
    expect(plain('a\u001b[2Jb\u0007c\u009bd\r\ne\tf')).toBe('a[2Jbcd\ne\tf');
  });
});

describe('the socket for tasks', () => {
  it('lies in the data folder, or nowhere where its path would be cut off', () => {
    expect(taskSocketPath('/home/me/.config/Engram', 'linux')).toBe('/home/me/.config/Engram/tasks.sock');
    expect(taskSocketPath(`/${'x'.repeat(120)}`, 'linux')).toBeNull();
    expect(taskSocketPath('C:\\Users\\me', 'win32')).toMatch(/^\\\\\.\\pipe\\engram-[0-9a-f]{32}$/);
  });
});
