/** The shared libraries by which a bare system is told from one that can run Electron. */
export const SHARED_LIBRARIES = [
  'libgtk-3.so.0',
  'libnss3.so',
  'libasound.so.2',
  'libgbm.so.1',
  'libatk-bridge-2.0.so.0',
  'libdrm.so.2',
  'libxkbcommon.so.0',
];

/**
 * The libraries that `ldd` reports as missing.
 * @param {string} lddOutput
 * @returns {readonly string[]}
 */
export function parseMissing(lddOutput) {
  return [...lddOutput.matchAll(/(\S+) => not found/g)].flatMap((match) => match[1] ?? []);
}
