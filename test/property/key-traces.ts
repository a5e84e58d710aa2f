import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A key nobody else has, with letters that JSON, patterns and replacements treat in their own way. */
export function keyFrom(seed: number): string {
  const random = createHash('sha256').update(String(seed)).digest('base64url');
  return `sk-${random.slice(0, 20)}"\\$&'${random.slice(20)}`.slice(0, 20 + (seed % 30));
}

/** What would give a key away: itself, its eight first or last letters, and all of it in other spellings. */
function tracesOf(key: string): readonly string[] {
  const parts = [key, key.slice(0, 8), key.slice(-8)];
  const spelled = [
    Buffer.from(key).toString('base64'),
    Buffer.from(key).toString('hex'),
    encodeURIComponent(key),
  ];
  return [...parts, ...parts.map((part) => JSON.stringify(part).slice(1, -1)), ...spelled];
}

/** The traces of keys that stand in a text. */
export function tracesIn(text: string, keys: Iterable<string>): readonly string[] {
  return [...keys].flatMap(tracesOf).filter((trace) => text.includes(trace));
}

/** The files below a folder in whose names or bytes there is a trace of a key. */
export function filesWithTraces(folder: string, keys: Iterable<string>): readonly string[] {
  const traces = [...keys].flatMap(tracesOf);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
    return traces.some((trace) => name.includes(trace) || bytes.includes(trace));
  });
}
