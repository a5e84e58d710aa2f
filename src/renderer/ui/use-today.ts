import { useSyncExternalStore } from 'react';

const CHECK_MS = 60_000;

function subscribe(onChange: () => void): () => void {
  const timer = window.setInterval(onChange, CHECK_MS);
  return () => {
    window.clearInterval(timer);
  };
}

function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}

/** The start of the current day, in milliseconds since 1970; changes at midnight in a window left open. */
export function useToday(): number {
  return useSyncExternalStore(subscribe, startOfToday);
}
