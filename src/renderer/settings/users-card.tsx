import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { User } from '../../shared/model/user';
import { useApp, useNavigation } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { Tag } from '../ui/tag';
import { UserBadge } from '../users/user-badge';
import styles from './settings-pane.module.css';
import { UserNameForm } from './user-name-form';
import rows from './users-card.module.css';

const words = catalogue.users;

function UserRow({ user, isActive }: { readonly user: User; readonly isActive: boolean }) {
  const renameUser = useApp((state) => state.renameUser);
  const deleteUser = useApp((state) => state.deleteUser);
  const { switchUser } = useNavigation();
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming) {
    return (
      <li className={rows.row}>
        <UserNameForm
          label={words.rename(user.name)}
          initial={user.name}
          action={words.save}
          onSubmit={(name) => renameUser(user.id, name)}
          onClose={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className={rows.row} data-testid="user-row">
      <UserBadge name={user.name} />
      <span className={rows.name}>{user.name}</span>
      {isActive ? (
        <Tag tone="good">{words.now}</Tag>
      ) : (
        <Button aria-label={words.switchTo(user.name)} onClick={() => void switchUser(user.id)}>
          {words.switch}
        </Button>
      )}
      <IconButton label={words.rename(user.name)} onClick={() => setRenaming(true)}>
        <Pencil size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.delete(user.name)} onClick={() => void deleteUser(user.id)}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** The local users: add, rename, switch, delete. */
export function UsersCard() {
  const list = useApp((state) => state.users);
  const error = useApp((state) => state.usersError);
  const loadUsers = useApp((state) => state.loadUsers);
  const addUser = useApp((state) => state.addUser);
  const [isAdding, setAdding] = useState(false);
  useEffect(() => void loadUsers(), [loadUsers]);
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      <ul className={rows.list}>
        {list?.users.map((user) => (
          <UserRow key={user.id} user={user} isActive={user.id === list.activeId} />
        ))}
      </ul>
      {error !== null && <ErrorRow text={error.message} />}
      {isAdding ? (
        <UserNameForm
          label={words.newName}
          initial=""
          action={words.add}
          onSubmit={addUser}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          {words.add}
        </Button>
      )}
    </section>
  );
}
