// The start-up program of a runtime that comes without one: what `electron some/folder` does in the official one.
// The awaits at the top level hold back 'ready' until the app's main has run.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The official program sets these too; Electron's types do not list them. */
const runtime =
  /** @type {Electron.App & { setVersion(v: string): void, setAppPath(p: string | null): void }} */ (app);

/**
 * @param {readonly string[]} args those of Chromium (`--no-sandbox` …) are left to it
 * @returns {{ required: readonly string[], target: string | undefined, print: string | undefined }}
 */
function parse(args) {
  /** @type {string[]} */
  const required = [];
  /** @type {string | undefined} */
  let print;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') required.push(args[(i += 1)] ?? '');
    else if (arg.startsWith('--app=')) return { required, print, target: arg.slice('--app='.length) };
    else if (arg === '--version' || arg === '-v') print = `v${process.versions.electron}`;
    else if (arg === '--abi' || arg === '-a') print = process.versions.modules;
    else if (!arg.startsWith('-')) return { required, print, target: arg };
  }
  return { required, print, target: undefined };
}

/** @param {string} target a folder with a package.json, or a script */
async function load(target) {
  const full = path.resolve(target);
  if (/\.[cm]?js$/.test(full)) {
    runtime.setAppPath(path.dirname(full));
    await import(pathToFileURL(full).href);
    return;
  }
  const manifest = /** @type {{ name?: string, productName?: string, version?: string, main?: string }} */ (
    JSON.parse(readFileSync(path.join(full, 'package.json'), 'utf8'))
  );
  if (manifest.version) runtime.setVersion(manifest.version);
  const name = manifest.productName ?? manifest.name;
  if (name) {
    app.setName(name);
    app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  runtime.setAppPath(full);
  await import(pathToFileURL(path.join(full, manifest.main ?? 'index.js')).href);
}

const { required, target, print } = parse(process.argv.slice(1));
Object.assign(process, { defaultApp: true });
if (print !== undefined) {
  process.stdout.write(`${print}\n`);
  process.exit(0);
}
const require = createRequire(import.meta.url);
for (const file of required) require(path.isAbsolute(file) ? file : path.resolve(file));
if (target === undefined) {
  process.stderr.write('electron: name a folder with an app\n');
  process.exit(1);
}
await load(target);
