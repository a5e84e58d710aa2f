import type { Page } from '@playwright/test';

/** Times between two frames of the page, in milliseconds. */
export interface Frames {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** In the page, as text: what compiles this file would add to a function what the page does not know. */
const noteFrames = `{
  const gaps = [];
  let last = performance.now();
  const next = (now) => {
    gaps.push(now - last);
    last = now;
    if (globalThis.frameGaps === gaps) requestAnimationFrame(next);
  };
  globalThis.frameGaps = gaps;
  requestAnimationFrame(next);
}`;

/** Notes every frame the page draws while something goes on. */
export async function measureFrames(page: Page, name: string, work: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(noteFrames);
  await work();
  const gaps = await page.evaluate(() => {
    const { frameGaps } = globalThis as unknown as { frameGaps: number[] };
    Reflect.deleteProperty(globalThis, 'frameGaps');
    return frameGaps;
  });
  const sorted = gaps.slice(1).toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { name, count: sorted.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}
