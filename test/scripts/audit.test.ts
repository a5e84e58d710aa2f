import { describe, expect, it } from 'vitest';
import {
  advisoryFinding,
  electronFinding,
  lockFinding,
  runtimeFinding,
} from '../../scripts/audit/findings.mjs';

describe('the audit', () => {
  it('wants one exact Electron of the three newest majors', () => {
    expect(electronFinding('45.4.1', '47.0.0').ok).toBe(true);
    expect(electronFinding('45.4.1', '48.0.0')).toMatchObject({ ok: false });
    expect(electronFinding('^45.4.1', '45.4.1')).toMatchObject({ ok: false });
    expect(electronFinding('45.4.1', undefined)).toMatchObject({ ok: true });
  });

  it('knows the shipped runtime and its stand-in, and no other', () => {
    expect(runtimeFinding('45.4.1', '45.4.1', '33.2.1').ok).toBe(true);
    expect(runtimeFinding('45.4.1', '33.2.1', '33.2.1').text).toContain('never published');
    expect(runtimeFinding('45.4.1', '40.0.0', '33.2.1').ok).toBe(false);
    expect(runtimeFinding('45.4.1', undefined, '33.2.1').ok).toBe(false);
  });

  it('names packages without a hash, and those from elsewhere', () => {
    const good = { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity: 'sha512-x' };
    expect(lockFinding({ '': {}, 'node_modules/a': good }).ok).toBe(true);
    const bad = lockFinding({
      'node_modules/a': good,
      'node_modules/b': { resolved: good.resolved },
      'node_modules/a/node_modules/c': { resolved: 'https://evil.example/c.tgz', integrity: 'sha512-x' },
    });
    expect(bad.text).toContain('b, c');
    expect(bad.ok).toBe(false);
  });

  it('fails at a high advisory, and says where nobody answers', () => {
    const report = (counts: object): string => JSON.stringify({ metadata: { vulnerabilities: counts } });
    expect(advisoryFinding(report({ total: 2, high: 0, critical: 0 })).ok).toBe(true);
    expect(advisoryFinding(report({ total: 2, high: 1, critical: 0 })).ok).toBe(false);
    expect(advisoryFinding('405 Method Not Allowed')).toMatchObject({ ok: true });
  });
});
