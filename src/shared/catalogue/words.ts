/** The shape of a part of the catalogue in any language: the same places, the same arguments, other words. */
export type Words<Part> = Part extends string
  ? string
  : Part extends (...args: infer Arguments) => string
    ? (...args: Arguments) => string
    : { readonly [Key in keyof Part]: Words<Part[Key]> };
