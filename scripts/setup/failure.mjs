/** @type {readonly (readonly [RegExp, string])[]} */
const CAUSES = [
  [
    /ENOSPC|No space left/i,
    'the disk is full: free about 1.5 GB (or set ENGRAM_CACHE to a folder on another disk), then run  npm run setup',
  ],
  [
    /EUSAGE|can only install packages when your package/i,
    'package.json and package-lock.json disagree: run  npm install --ignore-scripts',
  ],
  [/EINTEGRITY/, 'a downloaded package is damaged: run  npm cache clean --force  and then  npm run setup'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|Temporary failure resolving|Could not resolve|network/i,
    'the network does not answer: check the connection or proxy (npm config get registry), then run  npm run setup',
  ],
  [
    /E401|E403|\b403\b|Forbidden/,
    'the registry refuses: check  npm config get registry  and then run  npm run setup',
  ],
  [/E404|\b404\b/, 'the registry does not have a package that is needed: check  npm config get registry'],
  [
    /EACCES|EPERM|Permission denied/i,
    'a folder may not be written: give it to yourself with  sudo chown -R "$(id -un)" .  and run  npm run setup',
  ],
  [
    /Could not get lock|dpkg was interrupted/i,
    'apt is busy or was interrupted: run  sudo dpkg --configure -a  and then  npm run setup',
  ],
  [
    /Killed signal|out of memory|cannot allocate memory/i,
    'the machine ran out of memory: close something, then run  npm run setup',
  ],
];

/**
 * The likely cause of a failed command and what to run, from what it printed.
 * @param {string} output
 * @returns {string | undefined} undefined where the cause is not a known one
 */
export function explainFailure(output) {
  return CAUSES.find(([pattern]) => pattern.test(output))?.[1];
}
