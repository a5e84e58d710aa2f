/** The parts of a parsed document that code is read from. */
interface DocumentNode {
  readonly type: string;
  readonly value?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly DocumentNode[];
}

/** The language and the words of a block of code, coloured or not. */
export function codeOf(block: DocumentNode | undefined): {
  readonly language: string | null;
  readonly text: string;
} {
  const code = block?.children?.[0];
  const classes = code?.properties?.['className'];
  const names = Array.isArray(classes) ? classes.map(String) : [];
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
  return { language: language ?? null, text: textOf(code).replace(/\n$/, '') };
}

function textOf(node: DocumentNode | undefined): string {
  if (node === undefined) return '';
  if (typeof node.value === 'string') return node.value;
  return (node.children ?? []).map(textOf).join('');
}
