/** An object whose members are each made when they are first asked for, and kept. */
export function lazily<Made extends object>(makers: {
  readonly [Name in keyof Made]: () => Made[Name];
}): Made {
  const made = {} as Made;
  for (const name of Object.keys(makers) as (keyof Made)[]) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = makers[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}
