import type { ExtraProps } from 'react-markdown';

type Element = NonNullable<ExtraProps['node']>;
type Child = Element['children'][number];
type Direction = 'ltr' | 'rtl';

/** Elements whose bullets, borders and lines begin at the side that their text begins at. */
const directed = /^(?:p|h[1-6]|ul|ol|blockquote|table|t[hd])$/;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The first letter of a part; null where there is none. Nothing behind it is looked at. */
function firstLetter(node: Child): string | null {
  if (node.type === 'text') return /\p{L}/u.exec(node.value)?.[0] ?? null;
  if (node.type !== 'element') return null;
  for (const child of node.children) {
    const letter = firstLetter(child);
    if (letter !== null) return letter;
  }
  return null;
}

/** The direction of the first letter (rule P2 of the Unicode bidirectional algorithm); null where there is none. */
function directionOf(node: Element): Direction | null {
  const letter = firstLetter(node);
  if (letter === null) return null;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

function direct(node: Element, around: Direction): void {
  let own = around;
  if (directed.test(node.tagName)) own = directionOf(node) ?? around;
  // Code is written from the left in every language.
  else if (node.tagName === 'pre') own = 'ltr';
  if (own !== around) node.properties['dir'] = own;
  for (const child of node.children) if (child.type === 'element') direct(child, own);
}

/** A plugin for rehype: each part of a text stands as its own language is written; what runs from the left stays bare. */
export function rehypeDirection() {
  return (tree: { readonly children: readonly { readonly type: string }[] }): void => {
    for (const child of tree.children) if (isElement(child)) direct(child, 'ltr');
  };
}

function isElement(node: { readonly type: string }): node is Element {
  return node.type === 'element';
}
