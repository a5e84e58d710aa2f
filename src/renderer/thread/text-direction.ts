import type { ExtraProps } from 'react-markdown';

type Element = NonNullable<ExtraProps['node']>;
type Child = Element['children'][number];
type Direction = 'ltr' | 'rtl';

/** Elements whose bullets, borders and lines begin at the side that their text begins at. */
const directed = /^(?:p|h[1-6]|ul|ol|blockquote|table|t[hd])$/;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction of the first letter (rule P2 of the Unicode bidirectional algorithm); null where there is none. */
function directionOf(text: string): Direction | null {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

function textOf(node: Child): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function direct(node: Element, around: Direction): void {
  let own = around;
  if (directed.test(node.tagName)) own = directionOf(textOf(node)) ?? around;
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
