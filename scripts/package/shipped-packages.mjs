/**
 * The packages of a lockfile that reach users: those the roots need, directly or not, resolved as Node does.
 * @param {Readonly<Record<string, { dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }>>} packages
 *   `packages` of a package-lock.json
 * @param {readonly string[]} roots names of packages
 * @returns {ReadonlySet<string>} their places, such as `node_modules/react`
 */
export function shippedPackages(packages, roots) {
  /** @type {Set<string>} */
  const found = new Set();
  const open = roots.map((name) => ({ from: '', name }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = resolvePlace(packages, next.from, next.name);
    if (place === undefined || found.has(place)) continue;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      open.push({ from: place, name });
    }
  }
  return found;
}

/**
 * @param {Readonly<Record<string, unknown>>} packages
 * @param {string} from the place of the package that asks
 * @param {string} name
 * @returns {string | undefined} undefined for an optional package of another system
 */
function resolvePlace(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}

/**
 * The packages that source text imports.
 * @param {string} source
 * @returns {readonly string[]} names, scopes included
 */
export function importedPackages(source) {
  const specifiers = source.matchAll(/(?:from|import)\s*\(?\s*(?:url\()?['"]([^'"./][^'"]*)['"]/g);
  const names = [...specifiers].map(([, specifier = '']) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(names)];
}
