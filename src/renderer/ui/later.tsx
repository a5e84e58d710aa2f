import { useEffect, useReducer, type ComponentType, type ReactNode } from 'react';

/** A component whose code is read later, and how to begin reading it ahead. */
export interface Later {
  readonly Component: ComponentType;
  /** Reads the code, once. Never rejects: what went wrong is thrown where the component is drawn. */
  readonly read: () => Promise<void>;
}

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'done'; readonly Loaded: ComponentType }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * A component whose code is not part of the page's first script; `meanwhile` stands in its place until it is there. React's own
 * `lazy` would show it up to 300 ms late: it spaces out what replaces a fallback.
 */
export function later(load: () => Promise<ComponentType>, meanwhile: ReactNode = null): Later {
  let state: Reading = { kind: 'none' };
  let reading: Promise<void> | null = null;
  const read = (): Promise<void> => {
    reading ??= load().then(
      (Loaded) => {
        state = { kind: 'done', Loaded };
      },
      (error: unknown) => {
        state = { kind: 'failed', error };
      },
    );
    return reading;
  };
  const Component = (): ReactNode => {
    const [, drawAgain] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (state.kind === 'none') void read().then(drawAgain);
    }, []);
    if (state.kind === 'failed') throw state.error;
    return state.kind === 'done' ? <state.Loaded /> : meanwhile;
  };
  return { Component, read };
}
