// Compiles src/main/vectors/inner-products.wat into inner-products-code.ts, which is committed: whoever builds the
// program needs no compiler for it; a test says whether the two agree.
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/main/vectors');
const source = path.join(folder, 'inner-products.wat');
const target = path.join(folder, 'inner-products-code.ts');

/** The text of the file that holds the compiled code. */
export async function compileInnerProducts() {
  const compiler = await wabt();
  const module = compiler.parseWat('inner-products.wat', readFileSync(source, 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  const lines = (
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/g) ?? []
  ).map((line) => `  '${line}',`);
  return `// Compiled from inner-products.wat by scripts/compile-inner-products.mjs; not to be edited.
/** WebAssembly, in base 64. */
export const innerProductsCode = [
${lines.join('\n')}
].join('');
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await compileInnerProducts());
