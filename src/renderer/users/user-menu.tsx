import {
  Content,
  Item,
  ItemIndicator,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Separator,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import { Check, ChevronsUpDown, Users } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useNavigation } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import { joinClasses } from '../ui/join-classes';
import menu from '../ui/menu.module.css';
import { UserBadge } from './user-badge';
import styles from './user-menu.module.css';

const words = catalogue.users;

interface UserMenuProps {
  /** With the name, or as the badge alone where there is no room. */
  readonly look: 'row' | 'badge' | 'pill';
}

/** Who sits at the screen, and the way to whoever else may. */
export function UserMenu({ look }: UserMenuProps) {
  const list = useApp((state) => state.users);
  const started = useApp((state) => state.start?.user);
  const loadUsers = useApp((state) => state.loadUsers);
  const showSettings = useApp((state) => state.showSettings);
  const { switchUser } = useNavigation();
  useEffect(() => void loadUsers(), [loadUsers]);
  const active = list?.users.find((user) => user.id === list.activeId) ?? started;
  if (active === undefined) return null;
  const users = list?.users ?? [active];
  // Where nobody else may want in, the first screen stays as it is.
  if (look === 'pill' && users.length < 2) return null;
  const choose = (id: string): void => {
    const chosen = users.find((user) => user.id === id);
    if (chosen !== undefined && chosen.id !== active.id) void switchUser(chosen.id);
  };
  return (
    <Root>
      <Trigger
        className={look === 'badge' ? joinClasses(buttons.icon, styles.badge) : styles[look]}
        aria-label={words.current(active.name)}
        data-testid="user-menu"
      >
        <UserBadge name={active.name} />
        {look !== 'badge' && <span className={styles.name}>{active.name}</span>}
        {look !== 'badge' && <ChevronsUpDown size={14} aria-hidden="true" />}
      </Trigger>
      <Portal>
        <Content
          className={menu.menu}
          side={look === 'badge' ? 'right' : look === 'row' ? 'top' : 'bottom'}
          align={look === 'row' ? 'start' : 'end'}
          sideOffset={4}
        >
          <RadioGroup value={active.id} onValueChange={choose} aria-label={words.switchUser}>
            {users.map((user) => (
              <RadioItem key={user.id} value={user.id} className={menu.item}>
                <span className={menu.check}>
                  <ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </ItemIndicator>
                </span>
                <span className={styles.name}>{user.name}</span>
              </RadioItem>
            ))}
          </RadioGroup>
          <Separator className={styles.line} />
          <Item className={menu.item} onSelect={() => showSettings('general')}>
            <Users size={14} aria-hidden="true" />
            {words.manage}
          </Item>
        </Content>
      </Portal>
    </Root>
  );
}
