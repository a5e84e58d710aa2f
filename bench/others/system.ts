/** A text with its vector, as every system takes it in. */
export interface Item {
  readonly id: string;
  readonly text: string;
  /** Of unit length. */
  readonly vector: Float32Array;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A question with its vector. */
export interface Asked {
  readonly text: string;
  readonly vector: Float32Array;
}

/** A system over what lies in one folder. */
export interface OpenSystem {
  /** Takes in many at once, its fastest way, and has them on disk when it returns. */
  fill(items: readonly Item[]): Promise<void>;
  /** Takes in one and has it on disk when it returns. */
  add(item: Item): Promise<void>;
  /** The ids of the best `count`, best first. */
  search(asked: Asked, count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Gives vectors to systems that ask for them by text. */
export type VectorOf = (text: string) => Float32Array | Promise<Float32Array>;

/** What is compared. */
export interface System {
  /** Opens what lies in a folder, or begins there. */
  open(folder: string, vectorOf: VectorOf): Promise<OpenSystem>;
}

/** A package of this folder: the program itself depends on none of them. `Exports` is what of it is used. */
export async function load<Exports>(name: string): Promise<Exports> {
  return (await import(name)) as Exports;
}
