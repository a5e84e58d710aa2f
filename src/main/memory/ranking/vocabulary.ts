/** Numbers for terms, so that what a document holds is compared by number: thousands of terms are looked at for each query. */
export interface Vocabulary {
  /** The number of a term, which gets one if it has none. */
  readonly numberOf: (term: string) => number;
  readonly size: number;
}

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  return {
    numberOf: (term) => {
      const number = numbers.get(term) ?? numbers.size;
      if (number === numbers.size) numbers.set(term, number);
      return number;
    },
    get size() {
      return numbers.size;
    },
  };
}
