import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Markdown } from '../../../src/renderer/thread/markdown';
import { hasMath, withMathMarks } from '../../../src/renderer/thread/math-marks';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';

afterEach(cleanup);

describe('marks of formulas', () => {
  it.each([
    ['Area \\(\\pi r^2\\) it is', 'Area $$\\pi r^2$$ it is'],
    ['\\[ a^2 + b^2 \\]', '\n$$\na^2 + b^2\n$$\n'],
    ['`\\(x\\)` is code', '`\\(x\\)` is code'],
    ['```\n\\[x\\]\n```', '```\n\\[x\\]\n```'],
    ['$5 and $10', '$5 and $10'],
  ])('of %j', (text, marked) => {
    expect(withMathMarks(text)).toBe(marked);
  });

  it('are double dollars, not prices', () => {
    expect(hasMath('It costs $5, then $10')).toBe(false);
    expect(hasMath('So $$x = 1$$ holds')).toBe(true);
  });
});

describe('formulas', () => {
  // It is large: what is measured below is not how long it takes to load.
  beforeAll(() => import('../../../src/renderer/thread/math-block'), 60_000);

  const show = (text: string) => renderWithStores(createFakeBridge({}), <Markdown text={text} />);

  it('are drawn as MathML, in the line and apart', async () => {
    const { container } = show('The area is \\(\\pi r^2\\).\n\n\\[\\frac{a}{b}\\]');
    await screen.findAllByText('π');
    expect(container.querySelectorAll('math')).toHaveLength(2);
    expect(container.querySelector('math[display="block"] mfrac')).not.toBeNull();
    expect(container.querySelector('p > math, p > span math')).not.toBeNull();
  });

  it('load nothing, link nowhere and end, whatever a model writes', async () => {
    const wild = String.raw`$$\href{javascript:alert(1)}{x} \includegraphics{https://example.org/a.png} \def\a{\a\a}\a$$`;
    const { container } = show(`Before\n\n${wild}\n\n$$y$$`);
    await screen.findAllByText('y');
    expect(container.querySelector('a, img, script, iframe')).toBeNull();
    expect(container.textContent).toContain('Before');
  });

  it('that are not finished leave the text as it is', () => {
    const { container } = show('So far: \\[ a^2 +');
    expect(container.querySelector('math')).toBeNull();
    expect(container.textContent).toContain('a^2 +');
  });
});
