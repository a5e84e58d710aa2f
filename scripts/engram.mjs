#!/usr/bin/env node
// node scripts/engram.mjs <command> …: Engram in the terminal, over the built program; eval and bench run from sources.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { root } from './setup/paths.mjs';

const [command, ...rest] = process.argv.slice(2);
const measures = new Map([
  ['eval', 'eval/main.ts'],
  ['bench', 'bench/main.ts'],
]);
const measure = measures.get(command ?? '');
if (measure === undefined && !(await buildIfChanged())) process.exit(1);

const tsx = pathToFileURL(path.join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const args =
  measure === undefined
    ? [path.join(root, 'out', 'main', 'headless.cjs'), ...process.argv.slice(2)]
    : ['--import', tsx, path.join(root, measure), ...rest];
// npm changes to the project's folder, but files are named from where the user stands.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const child = spawn(process.execPath, args, { stdio: 'inherit', cwd });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => process.exit(code ?? 1));
