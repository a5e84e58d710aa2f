import { Item, Portal, Sub, SubContent, SubTrigger } from '@radix-ui/react-dropdown-menu';
import { Check, Folder } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useSessions } from '../stores/use-stores';
import menu from '../ui/menu.module.css';

const words = catalogue.chats;

interface FolderMenuProps {
  readonly session: Session;
}

/** The folders there are, a new one, and none. */
export function FolderMenu({ session }: FolderMenuProps) {
  const sessions = useSessions((state) => state.sessions);
  const setFolder = useSessions((state) => state.setFolder);
  const startFiling = useSessions((state) => state.startFiling);
  const folders = [...new Set(sessions.flatMap(({ folder }) => (folder === null ? [] : [folder])))].sort();
  return (
    <Sub>
      <SubTrigger className={menu.item}>
        <Folder size={14} aria-hidden="true" />
        {words.moveToFolder}
      </SubTrigger>
      <Portal>
        <SubContent className={menu.menu} sideOffset={4}>
          {folders.map((folder) => (
            <Item key={folder} className={menu.item} onSelect={() => void setFolder(session.id, folder)}>
              <span className={menu.check}>
                {session.folder === folder && <Check size={14} aria-hidden="true" />}
              </span>
              {folder}
            </Item>
          ))}
          <Item className={menu.item} onSelect={() => startFiling(session.id)}>
            <span className={menu.check} />
            {words.newFolder}
          </Item>
          {session.folder !== null && (
            <Item className={menu.item} onSelect={() => void setFolder(session.id, '')}>
              <span className={menu.check} />
              {words.noFolder}
            </Item>
          )}
        </SubContent>
      </Portal>
    </Sub>
  );
}
