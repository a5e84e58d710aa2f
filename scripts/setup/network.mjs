const TIMEOUT_MS = 4000;

/**
 * Whether GitHub's downloads (official Electron, prebuilt natives) can be tried: asked once a run. A mirror or a
 * proxy is taken at its word, since the question itself would not go through it.
 * @param {NodeJS.ProcessEnv} env ENGRAM_OFFLINE=1 answers no
 * @returns {() => Promise<boolean>}
 */
export function createReachability(env) {
  /** @type {Promise<boolean> | undefined} */
  let answer;
  return () => (answer ??= ask(env));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
async function ask(env) {
  if (env['ENGRAM_OFFLINE']) return false;
  if (env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || env['ELECTRON_GET_USE_PROXY'])
    return true;
  try {
    await fetch('https://github.com', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}
