import {
  Content,
  Item,
  Portal,
  Root,
  Sub,
  SubContent,
  SubTrigger,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import { Check, Folder } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useSessions } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import menu from '../ui/menu.module.css';
import { Tooltip } from '../ui/tooltip';

const words = catalogue.chats;

interface FolderItemsProps {
  /** The folder of what is moved; null where it stands in none, or in several. */
  readonly current: string | null;
  readonly canLeave: boolean;
  /** An empty name is no folder. */
  readonly onChoose: (folder: string) => void;
  readonly onNew: () => void;
}

/** The folders there are, a new one, and none. */
function FolderItems({ current, canLeave, onChoose, onNew }: FolderItemsProps) {
  const sessions = useSessions((state) => state.sessions);
  const folders = [...new Set(sessions.flatMap(({ folder }) => (folder === null ? [] : [folder])))].sort();
  return (
    <>
      {folders.map((folder) => (
        <Item key={folder} className={menu.item} onSelect={() => onChoose(folder)}>
          <span className={menu.check}>{current === folder && <Check size={14} aria-hidden="true" />}</span>
          {folder}
        </Item>
      ))}
      <Item className={menu.item} onSelect={onNew}>
        <span className={menu.check} />
        {words.newFolder}
      </Item>
      {canLeave && (
        <Item className={menu.item} onSelect={() => onChoose('')}>
          <span className={menu.check} />
          {words.noFolder}
        </Item>
      )}
    </>
  );
}

interface FolderMenuProps {
  readonly session: Session;
}

/** Moves one chat, from its menu. */
export function FolderMenu({ session }: FolderMenuProps) {
  const setFolder = useSessions((state) => state.setFolder);
  const startFiling = useSessions((state) => state.startFiling);
  return (
    <Sub>
      <SubTrigger className={menu.item}>
        <Folder size={14} aria-hidden="true" />
        {words.moveToFolder}
      </SubTrigger>
      <Portal>
        <SubContent className={menu.menu} sideOffset={4}>
          <FolderItems
            current={session.folder}
            canLeave={session.folder !== null}
            onChoose={(folder) => void setFolder(session.id, folder)}
            onNew={() => startFiling(session.id)}
          />
        </SubContent>
      </Portal>
    </Sub>
  );
}

/** Moves all chosen chats, from a button of its own. */
export function FolderButton({ onNew }: { readonly onNew: () => void }) {
  const hasFolder = useSessions(({ sessions, selection }) =>
    sessions.some(({ id, folder }) => folder !== null && selection.includes(id)),
  );
  const setFolderOfChosen = useSessions((state) => state.setFolderOfChosen);
  return (
    <Root>
      <Tooltip text={words.moveToFolder} side="top">
        <Trigger className={buttons.icon} aria-label={words.moveToFolder}>
          <Folder size={15} aria-hidden="true" />
        </Trigger>
      </Tooltip>
      <Portal>
        {/* The field for a new name takes the focus itself. */}
        <Content
          className={menu.menu}
          side="top"
          sideOffset={4}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <FolderItems
            current={null}
            canLeave={hasFolder}
            onChoose={(folder) => void setFolderOfChosen(folder)}
            onNew={onNew}
          />
        </Content>
      </Portal>
    </Root>
  );
}
