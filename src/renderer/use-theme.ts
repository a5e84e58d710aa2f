import { useEffect } from 'react';
import { useApp } from './stores/use-stores';

/** Puts the chosen theme on the page's root; without one the system's scheme holds. */
export function useTheme(): void {
  const theme = useApp((state) => state.settings?.theme ?? 'system');
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
