import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingCruised } from '../../scripts/check/stages.mjs';

const project = path.resolve(import.meta.dirname, '..', '..');
const copies: string[] = [];
const value = 'export const value = 1;\n';

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Plants files in a copy of the project's rules and runs the stage of `npm run check` that reads imports. */
function checkImports(files: Readonly<Record<string, string>>): Run {
  const copy = mkdtempSync(path.join(tmpdir(), 'engram-check-'));
  copies.push(copy);
  for (const name of ['scripts', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(path.join(project, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  const command = [path.join('scripts', 'check.mjs'), 'import rules'];
  const result = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
  return { code: result.status, output: result.stdout + result.stderr };
}

/** Every kind of forbidden import, each in a file of its own: what it is, the file, what it imports. */
const FORBIDDEN = [
  ['the memory core using storage', 'src/main/memory/recall.ts', '../storage/rows'],
  ['storage using vectors', 'src/main/storage/table.ts', '../vectors/rows'],
  ['storage using more of memory than its ports', 'src/main/storage/chunks.ts', '../memory/ranking'],
  ['shared using main', 'src/shared/model.ts', '../main/memory/ranking'],
  ['the page using main', 'src/renderer/app.tsx', '../main/memory/ranking'],
  ['chat using storage', 'src/main/chat/turn.ts', '../storage/rows'],
  ['a tool using chat', 'src/main/tools/calendar.ts', '../chat/reply'],
  ['ipc using the engine', 'src/main/ipc/dispatch.ts', '../engine/client'],
  ['wiring using the Electron folder', 'src/main/wiring.ts', './electron/menu'],
  ['the Electron folder using storage', 'src/main/electron/window.ts', '../storage/rows'],
  ['electron in the engine', 'src/main/engine/rows.ts', 'electron'],
  ['electron in the page', 'src/renderer/title.ts', 'electron'],
  ['Node in the page', 'src/renderer/files.ts', 'node:fs'],
  ['Node in shared', 'src/shared/paths.ts', 'node:path'],
] as const;

function plantForbidden(): Readonly<Record<string, string>> {
  const planted: Record<string, string> = {
    'src/shared/first.ts': "import type { Second } from './second';\nexport type First = Second | 1;\n",
    'src/shared/second.ts': "import type { First } from './first';\nexport type Second = First[];\n",
  };
  for (const [, file, target] of FORBIDDEN) {
    if (target.startsWith('.')) planted[path.posix.join(path.posix.dirname(file), `${target}.ts`)] = value;
    planted[file] = `import * as it from '${target}';\nexport const used = it;\n`;
  }
  return planted;
}

describe('the import rules of check', () => {
  let forbidden: Run = { code: 0, output: '' };

  beforeAll(() => {
    forbidden = checkImports(plantForbidden());
  }, 120_000);
  afterAll(() => {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  });

  it('pass imports that run one way', () => {
    const { code, output } = checkImports({
      'src/shared/value.ts': value,
      'src/main/memory/ports/clock.ts': value,
      'src/main/storage/table.ts':
        "import { value } from '../memory/ports/clock';\nexport const table = value;\n",
      'src/main/electron/window.ts': "import { app } from 'electron';\nexport const name = app.name;\n",
    });
    expect(output).toContain('ok     import rules');
    expect(code).toBe(0);
  }, 120_000);

  it('make check fail where a forbidden import is planted', () => {
    expect(forbidden.output).toContain('FAILED import rules');
    expect(forbidden.code).toBe(1);
  });

  it.each(FORBIDDEN)('name %s', (_, file, target) => {
    const name = target.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), target)
      : target.replace('node:', '');
    const lines = forbidden.output.split('\n').filter((line) => line.includes(`${file} → `));
    expect(lines.some((line) => line.includes('error') && line.includes(name))).toBe(true);
  });

  it('name a cycle, even one of types', () => {
    expect(forbidden.output).toMatch(/error no cycles: src\/shared\/(first|second)\.ts/);
  });

  it('fail when no source could be read, instead of passing an empty look', () => {
    expect(
      nothingCruised('no dependency violations found (0 modules, 0 dependencies cruised)'),
    ).toBeDefined();
    expect(
      nothingCruised('no dependency violations found (85 modules, 9 dependencies cruised)'),
    ).toBeUndefined();
  });
});
