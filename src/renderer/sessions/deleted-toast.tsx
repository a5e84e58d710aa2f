import { catalogue } from '../../shared/catalogue/catalogue';
import type { Removed } from '../stores/sessions-state';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Toast } from '../ui/toast';
import { titleOf } from './title-of';

function textOf({ kind, sessions }: Removed): string {
  const words = catalogue.chats[kind];
  const [only] = sessions;
  return sessions.length === 1 && only !== undefined
    ? words.one(titleOf(only))
    : words.several(sessions.length);
}

/** Says which chats were put away, for as long as they can be brought back. */
export function DeletedToast() {
  const removed = useSessions((state) => state.removed);
  const { undoDelete } = useNavigation();
  if (removed === null) return null;
  return <Toast text={textOf(removed)} action={catalogue.app.undo} onAction={() => void undoDelete()} />;
}
