/** @typedef {{ readonly ok: boolean, readonly text: string }} Finding one line of the audit; not ok ends it red */

/** Electron's makers support the latest three majors: https://www.electronjs.org/docs/latest/tutorial/electron-timelines */
const SUPPORTED_MAJORS = 3;

/**
 * Whether the Electron that is shipped is still supported.
 * @param {string} wanted the exact version of package.json
 * @param {string | undefined} latest the newest release; undefined where the registry did not say
 * @returns {Finding}
 */
export function electronFinding(wanted, latest) {
  if (!/^\d+\.\d+\.\d+$/.test(wanted)) {
    return { ok: false, text: `electron ${wanted}: package.json must name one exact version` };
  }
  if (latest === undefined)
    return { ok: true, text: `electron ${wanted}: the newest release is not known here` };
  const behind = Number(latest.split('.')[0]) - Number(wanted.split('.')[0]);
  const text = `electron ${wanted}, newest ${latest}`;
  return behind < SUPPORTED_MAJORS
    ? { ok: true, text }
    : { ok: false, text: `${text}: no longer supported, ${behind} majors behind` };
}

/**
 * Whether the runtime that is installed is the one that is shipped, or the one that stands in for it in tests.
 * @param {string} wanted
 * @param {string | undefined} installed
 * @param {string} fallback
 * @returns {Finding}
 */
export function runtimeFinding(wanted, installed, fallback) {
  if (installed === wanted) return { ok: true, text: `runtime ${installed}: the one that is shipped` };
  if (installed === fallback)
    return { ok: true, text: `runtime ${installed}: stands in for tests, never published` };
  return {
    ok: false,
    text: `runtime ${installed ?? 'missing'}: neither ${wanted} nor the stand-in ${fallback}`,
  };
}

/**
 * Packages of a lockfile that could become others unseen: without a hash, or named to come from elsewhere than the
 * public registry. No address at all is the registry that npm is set to.
 * @param {Readonly<Record<string, { resolved?: string, integrity?: string, link?: boolean, inBundle?: boolean }>>} packages
 *   `packages` of a package-lock.json
 * @returns {Finding}
 */
export function lockFinding(packages) {
  const entries = Object.entries(packages).filter(
    ([place, { link, inBundle }]) => place !== '' && !link && !inBundle,
  );
  const loose = entries.filter(
    ([, { resolved, integrity }]) =>
      integrity === undefined ||
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
  );
  const places = loose.map(([place]) => place.replace(/^.*node_modules\//, ''));
  return loose.length === 0
    ? {
        ok: true,
        text: `${entries.length} packages, each with its hash, none from elsewhere than the registry`,
      }
    : {
        ok: false,
        text: `${loose.length} without a hash or from elsewhere: ${places.slice(0, 10).join(', ')}`,
      };
}

/**
 * What npm's own audit says of the packages.
 * @param {string} output of `npm audit --json`
 * @returns {Finding}
 */
export function advisoryFinding(output) {
  /** @type {{ metadata?: { vulnerabilities?: Record<string, number> } }} */
  let report = {};
  try {
    report = JSON.parse(output);
  } catch {
    // Not a report: the registry does not answer such questions.
  }
  const counts = report.metadata?.vulnerabilities;
  if (counts === undefined) return { ok: true, text: 'advisories: the registry does not answer here' };
  const { high = 0, critical = 0, total = 0 } = counts;
  return {
    ok: high + critical === 0,
    text: `advisories: ${total}, of which ${high} high and ${critical} critical`,
  };
}
