import { formatFixed } from './formats';

const units = ['bytes', 'KB', 'MB', 'GB'] as const;

/** 1,536 → "1.5 KB"; thousands of 1,024, one decimal below ten. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  const digits = step > 0 && value < 10 ? 1 : 0;
  return `${formatFixed(value, digits)} ${units[step] ?? 'GB'}`;
}
