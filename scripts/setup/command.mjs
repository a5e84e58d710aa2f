import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { say, secondsSince } from './log.mjs';

const HEARTBEAT_MS = 15_000;

/** @typedef {{ ok: boolean, output: string }} Outcome what a command printed on both streams, in order */

/**
 * Runs a short command and waits.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Outcome}
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, [...args], {
    encoding: 'utf8',
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    timeout: options.timeoutMs ?? 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error && result.status === null && !result.signal)
    return { ok: false, output: result.error.message };
  const failure = result.error?.message ?? (result.signal ? `ended by ${result.signal}` : '');
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}${failure}` };
}

/**
 * Runs a long command, telling every 15 s that it still works, unless it is to be quiet.
 * @param {string} label what the user is waiting for
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function runLong(label, command, args, options = {}) {
  const startedMs = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const beat = () => {
      if (!options.quiet) say(`${label}: still working (${secondsSince(startedMs)})`);
    };
    const heartbeat = setInterval(beat, HEARTBEAT_MS);
    /** @param {boolean} ok */
    const finish = (ok) => {
      clearInterval(heartbeat);
      resolve({ ok, output });
    };
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/**
 * The command that starts npm: the very npm that runs us where there is one.
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly [string, ...string[]]}
 */
export function npmCommand(env) {
  const cli = env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return [process.execPath, cli];
  return process.platform === 'win32' ? ['cmd', '/d', '/s', '/c', 'npm'] : ['npm'];
}

/**
 * Whether a program stands on the PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean}
 */
export function onPath(name, env) {
  return (env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      const file = path.join(folder, name);
      accessSync(file, constants.X_OK);
      return folder !== '' && statSync(file).isFile();
    } catch {
      return false;
    }
  });
}

/**
 * The last lines of what a command printed, indented below a message.
 * @param {string} output
 * @param {number} [lines]
 * @returns {string}
 */
export function lastLines(output, lines = 4) {
  return output
    .trim()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}
