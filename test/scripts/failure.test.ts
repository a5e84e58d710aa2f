import { expect, it } from 'vitest';
import { explainFailure } from '../../scripts/setup/failure.mjs';
import { parseMissing } from '../../scripts/setup/libraries.mjs';

it.each([
  ['npm error code ENOSPC', 'the disk is full'],
  ['npm error request failed, reason: getaddrinfo EAI_AGAIN', 'the network does not answer'],
  ['npm error code EUSAGE', 'npm install --ignore-scripts'],
  ['npm error code EINTEGRITY', 'npm cache clean --force'],
  ['cc1plus: error: No space left on device', 'the disk is full'],
  ['E: Could not get lock /var/lib/dpkg/lock-frontend', 'dpkg --configure -a'],
  ['g++: fatal error: Killed signal terminated program cc1plus', 'out of memory'],
  ["Error: EACCES: permission denied, mkdir '/cache'", 'chown'],
])('explains %j with what to do', (output, advice) => {
  expect(explainFailure(output)).toContain(advice);
});

it('does not guess at what it does not know', () => {
  expect(explainFailure('expected ; before }')).toBeUndefined();
});

it('reads the missing libraries from ldd', () => {
  const output =
    '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibgbm.so.1 => not found\n';
  expect(parseMissing(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
});
