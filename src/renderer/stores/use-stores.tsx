import type { ReactNode } from 'react';
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { AppState } from './app-store';
import type { MemoryState } from './memory-state';
import type { Navigation } from './navigation';
import type { SessionsState } from './sessions-state';
import type { Stores } from './stores';
import type { ThreadState } from './thread-state';

interface Provided {
  readonly stores: Stores;
  readonly navigation: Navigation;
}

const StoresContext = createContext<Provided | null>(null);

/** Gives everything below it the stores and the navigation. */
export function StoresProvider({
  stores,
  navigation,
  children,
}: Provided & { readonly children: ReactNode }) {
  return <StoresContext value={{ stores, navigation }}>{children}</StoresContext>;
}

function useProvided(): Provided {
  const provided = use(StoresContext);
  if (provided === null) throw new Error('A component stands outside of StoresProvider');
  return provided;
}

/** The stores themselves, for handlers that read without rendering. */
export function useStores(): Stores {
  return useProvided().stores;
}

/** What moves several stores at once. */
export function useNavigation(): Navigation {
  return useProvided().navigation;
}

/** One value of the window's store. */
export function useApp<Value>(select: (state: AppState) => Value): Value {
  return useStore(useStores().app, select);
}

/** One value of the chats pane's store. */
export function useSessions<Value>(select: (state: SessionsState) => Value): Value {
  return useStore(useStores().sessions, select);
}

/** One value of the thread's store. */
export function useThread<Value>(select: (state: ThreadState) => Value): Value {
  return useStore(useStores().thread, select);
}

/** One value of the memory pane's store. */
export function useMemory<Value>(select: (state: MemoryState) => Value): Value {
  return useStore(useStores().memory, select);
}
