import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../bridge';
import type { AppState } from './app-store';
import { createAppStore } from './app-store';
import type { MemoryState } from './memory-state';
import { createMemoryStore } from './memory-store';
import type { Timers } from './pacer';
import type { SessionsState } from './sessions-state';
import { createSessionsStore } from './sessions-store';
import type { ThreadState } from './thread-state';
import { createThreadStore } from './thread-store';

/** The four stores of the window. */
export interface Stores {
  readonly app: StoreApi<AppState>;
  readonly sessions: StoreApi<SessionsState>;
  readonly thread: StoreApi<ThreadState>;
  readonly memory: StoreApi<MemoryState>;
}

/** Builds the four stores on one bridge. */
export function createStores(bridge: Bridge, timers: Timers): Stores {
  return {
    app: createAppStore(bridge, timers),
    sessions: createSessionsStore(bridge, timers),
    thread: createThreadStore(bridge, timers),
    memory: createMemoryStore(bridge, timers),
  };
}

/** Brings every event of main to the store it concerns; returns the function that ends it. */
export function connectEvents(bridge: Bridge, stores: Stores): () => void {
  const { app, sessions, thread, memory } = stores;
  const ends = [
    bridge.on('turn', (event) => {
      thread.getState().receive(event);
      const snapshot = event.kind === 'context' || event.kind === 'done' ? event.snapshot : null;
      if (snapshot !== null) memory.getState().acceptSnapshot(snapshot);
      if (event.kind === 'done' && memory.getState().tab === 'health') void memory.getState().loadHealth();
    }),
    bridge.on('session-changed', ({ session }) => sessions.getState().hear(session)),
    bridge.on('session-removed', ({ sessionId }) => sessions.getState().acceptRemoval(sessionId)),
    bridge.on('settings-changed', ({ settings }) => app.getState().acceptSettings(settings)),
    bridge.on('providers-changed', ({ providers }) => app.getState().acceptProviders(providers)),
    bridge.on('summaries-changed', ({ sessionId }) => {
      if (sessionId !== memory.getState().sessionId) return;
      void memory.getState().loadSummaries();
      void thread.getState().refreshPreview();
    }),
    bridge.on('spending-changed', (spending) => memory.getState().acceptSpending(spending)),
    bridge.on('network-changed', () => {
      if (memory.getState().tab === 'health') void memory.getState().loadRequests();
    }),
    bridge.on('profile-changed', () => {
      if (memory.getState().tab === 'profile') void memory.getState().loadProfile();
    }),
    bridge.on('jobs-changed', () => {
      if (memory.getState().tab === 'profile') void memory.getState().loadProfile();
      if (memory.getState().tab === 'health') {
        void memory.getState().loadJobs();
        void memory.getState().loadFloors();
      }
      // A summariser or a judge that gave up, or goes on, shows there.
      if (memory.getState().tab === 'summaries') void memory.getState().loadSummaries();
    }),
    bridge.on('messages-forgotten', () => {
      void app.getState().acceptForgotten();
      // What was erased elsewhere may have stood in the open chat.
      if (thread.getState().phase === 'ready') void thread.getState().reload(null);
    }),
    bridge.on('users-changed', (users) => app.getState().acceptUsers(users)),
    bridge.on('notice', (notice) => app.getState().acceptNotice(notice)),
    bridge.on('import-progress', (progress) => sessions.getState().acceptProgress(progress)),
    bridge.on('import-changed', ({ status }) => sessions.getState().acceptImport(status)),
    bridge.on('export-progress', (progress) => sessions.getState().acceptExportProgress(progress)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
