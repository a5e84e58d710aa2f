import type { ImportStatus } from '../../shared/model/import';
import { useSessions } from '../stores/use-stores';

/** The import that goes on without its dialog, or ended there; null while there is none. */
export function useBackgroundImport(): ImportStatus | null {
  return useSessions((state) => (state.importing.kind === 'running' ? null : state.importStatus));
}
