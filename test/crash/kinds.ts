/** What a process may be doing when it is killed. */
export const crashKinds = [
  'append',
  'stream',
  'embed',
  'summarise',
  'edit',
  'forget',
  'migrate',
  'back-up',
] as const;

/** One of {@link crashKinds}. */
export type CrashKind = (typeof crashKinds)[number];

/** What the process that will be killed is started with, as JSON. */
export interface ChildOrders {
  readonly folder: string;
  readonly kind: CrashKind;
  readonly seed: number;
  /** The function whose transaction is taken away, to see that the checks notice; null for none. */
  readonly mutation: string | null;
}

/** What the process said was so before it died; the other process holds it to that. */
export type Acknowledgement =
  | { readonly kind: 'ready' }
  /** This message is stored for good, with these words. */
  | { readonly kind: 'message'; readonly id: string; readonly content: string }
  /** At least these words of a reply that streams are stored. */
  | { readonly kind: 'prefix'; readonly id: string; readonly content: string }
  /** Nothing of this user is left; the word stood in all of it. */
  | { readonly kind: 'erased'; readonly userId: string; readonly word: string }
  /** This file is a whole backup, of at least so many messages. */
  | { readonly kind: 'backup'; readonly path: string; readonly messages: number };
