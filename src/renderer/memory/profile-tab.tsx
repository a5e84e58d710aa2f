import { UserRound } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { EmptyState } from '../ui/empty-state';

const words = catalogue.memory;

/** Facts about the user; there are none until something distils them. */
export function ProfileTab() {
  return (
    <EmptyState
      icon={<UserRound size={20} aria-hidden="true" />}
      heading={words.noProfile}
      sentence={words.noProfileHint}
    />
  );
}
