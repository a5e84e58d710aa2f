// npm run audit: are the packages what they were, is the Electron that is shipped still supported, is anything known
// against a package? What the registry does not answer is said, and is no failure.
import path from 'node:path';
import { advisoryFinding, electronFinding, lockFinding, runtimeFinding } from './audit/findings.mjs';
import { npmCommand, run } from './setup/command.mjs';
import { FALLBACK } from './setup/electron-fallback.mjs';
import { installedVersion } from './setup/electron.mjs';
import { readJson, root } from './setup/paths.mjs';

const manifest = /** @type {{ devDependencies: Record<string, string> }} */ (
  readJson(path.join(root, 'package.json'))
);
const lock = /** @type {{ packages: Parameters<typeof lockFinding>[0] }} */ (
  readJson(path.join(root, 'package-lock.json'))
);
const [npm, ...first] = npmCommand(process.env);
const wanted = manifest.devDependencies['electron'] ?? '';
const asked = run(npm, [...first, 'view', 'electron', 'version'], { timeoutMs: 30_000 });
const latest = asked.ok ? /^\d+\.\d+\.\d+$/m.exec(asked.output)?.[0] : undefined;
const advisories = run(npm, [...first, 'audit', '--json', '--omit=dev'], { timeoutMs: 60_000 });

const findings = [
  electronFinding(wanted, latest),
  runtimeFinding(wanted, installedVersion(), FALLBACK.electron),
  lockFinding(lock.packages),
  advisoryFinding(advisories.output),
];
for (const { ok, text } of findings) console.log(`${ok ? 'ok ' : 'BAD'}  ${text}`);
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
