/** Makes a value at its first use and keeps it: a segmenter of the runtime takes 8 ms to make, most of them for the first. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
