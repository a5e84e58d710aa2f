import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/faults.md'), 'utf8');
const rows = [...page.matchAll(/^\| (?!fault|-)([^|]+?) +\|[^|]+\| (.+?) *\|$/gmu)];
const named = rows.map(([, fault = '', shown = '']) => {
  const [, file = '', title = ''] = /^`(test\/[^`]+)`: “(.+)”$/u.exec(shown) ?? [];
  return { fault, file, title };
});

describe('the page of faults', () => {
  it('has faults in it', () => {
    expect(named.length).toBeGreaterThan(30);
  });

  it.each(named)('names a test that there is: $fault', ({ file, title }) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  });
});
