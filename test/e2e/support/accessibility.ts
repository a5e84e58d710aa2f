import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Fails with the rule, the place and the reason of every fault axe finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy mode: the other one opens a page of its own, which Electron refuses.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await builder
    // A tooltip only describes what it belongs to, so it stands in no landmark.
    .exclude('[data-radix-popper-content-wrapper]:has([role="tooltip"])')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(faults).toEqual([]);
}
