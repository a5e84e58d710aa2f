import { spawn } from 'node:child_process';
import { inModules, root } from './setup/paths.mjs';

/**
 * Runs a program on our own terminal until it ends; our signals are passed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code, 1 where it was killed or could not be started
 */
export function attached(program, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: root, stdio: 'inherit', env });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    /** @param {number} code */
    const finish = (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      finish(1);
    });
    child.on('exit', (code) => {
      finish(code ?? 1);
    });
  });
}

/**
 * The path of a file inside a dependency of ours, such as its command-line program.
 * @param {string} name
 * @param {string} file
 * @returns {string}
 */
export function packageFile(name, file) {
  return inModules(name, file);
}
