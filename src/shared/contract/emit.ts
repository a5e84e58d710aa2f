import type { EventName, Events } from './events';

/** Tells the page that something happened; a page that is not there misses it. */
export type Emit = <Name extends EventName>(name: Name, payload: Events[Name]) => void;
