import { describe, expect, it } from 'vitest';
import { importedPackages, shippedPackages } from '../../scripts/package/shipped-packages.mjs';

describe('what a package ships', () => {
  it('is what the roots need, directly or not, and nothing else', () => {
    const packages = {
      '': {},
      'node_modules/app-part': { dependencies: { deep: '1' } },
      'node_modules/deep': { peerDependencies: { peer: '1' } },
      'node_modules/peer': {},
      'node_modules/compiler': { dependencies: { deep: '1' } },
    };
    expect([...shippedPackages(packages, ['app-part'])].toSorted()).toEqual([
      'node_modules/app-part',
      'node_modules/deep',
      'node_modules/peer',
    ]);
  });

  it('finds the nested version before the hoisted one', () => {
    const packages = {
      'node_modules/a': { dependencies: { '@scope/b': '1' } },
      'node_modules/a/node_modules/@scope/b': { dependencies: { c: '1' } },
      'node_modules/@scope/b': {},
      'node_modules/c': {},
    };
    expect([...shippedPackages(packages, ['a'])].toSorted()).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/@scope/b',
      'node_modules/c',
    ]);
  });

  it('ends where packages need each other, and leaves out what is not installed', () => {
    const packages = {
      'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { 'only-on-mac': '1' } },
      'node_modules/b': { dependencies: { a: '1' } },
    };
    expect(shippedPackages(packages, ['a', 'missing']).size).toBe(2);
  });

  it('reads the packages that source imports, without our own files', () => {
    const source = `
      import { z } from 'zod';
      import '@fontsource-variable/inter/wght.css';
      import { part } from './part';
      const lazy = await import('katex/dist/katex.mjs');
      @import '@fontsource-variable/jetbrains-mono';
    `;
    expect(importedPackages(source).toSorted()).toEqual([
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
      'katex',
      'zod',
    ]);
  });
});
