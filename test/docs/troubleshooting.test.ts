import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
const folder = join(root, 'src/shared/catalogue/en');
const catalogue = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const quoted = [...page.matchAll(/^\| “([^”]+)”/gmu)].map(([, message = '']) => message);

describe('the troubleshooting page', () => {
  it('has messages in it', () => {
    expect(quoted.length).toBeGreaterThan(20);
  });

  it.each(quoted)('quotes a message that the program can say: %s', (message) => {
    expect(catalogue).toContain(message);
  });
});
