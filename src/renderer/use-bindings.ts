import { useMemo } from 'react';
import { bindingsOf, type Binding, type OwnBindings, type ShortcutId } from '../shared/key-bindings';
import { capsOf } from './binding';
import { useApp } from './stores/use-stores';

const none: OwnBindings = {};

/** The bindings in force. */
function useBindings(): Readonly<Record<ShortcutId, Binding | null>> {
  const own = useApp((state) => state.settings?.shortcuts ?? none);
  return useMemo(() => bindingsOf(own), [own]);
}

/** The caps of a shortcut as this platform writes them; none where it is not bound. */
export function useCaps(id: ShortcutId): readonly string[] {
  const binding = useBindings()[id];
  const isMac = useApp((state) => state.start?.platform === 'darwin');
  return binding === null ? [] : capsOf(binding, isMac);
}
