import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import { catalogue } from '../../shared/catalogue/catalogue';
import memory from '../memory/memory-pane.module.css';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { AboutCard } from './about-card';
import { AppearanceCard } from './appearance-card';
import { DataFolderCard } from './data-folder-card';
import styles from './settings-pane.module.css';
import { ShortcutsCard } from './shortcuts-card';

const words = catalogue.settings;

function Problem() {
  const error = useApp((state) => state.settingsError);
  if (error === null) return null;
  return (
    <div className={styles.problem}>
      <ErrorRow text={`${words.saveFailed} ${error.message}`} />
    </div>
  );
}

/** The settings: one tab a subject, one card a thing. */
export function SettingsPane() {
  const show = useApp((state) => state.show);
  return (
    <main className={styles.pane} data-testid="settings">
      <Root defaultValue="general" asChild>
        <div className={styles.pane}>
          <div className={styles.bar}>
            <h1 className={styles.title}>{words.title}</h1>
            <List className={styles.tabs} aria-label={words.title}>
              <Trigger className={memory.tab} value="general">
                {words.tabs.general}
              </Trigger>
              <Trigger className={memory.tab} value="shortcuts">
                {words.tabs.shortcuts}
              </Trigger>
              <Trigger className={memory.tab} value="data">
                {words.tabs.data}
              </Trigger>
            </List>
            <Button className={styles.back} onClick={() => show('chats')}>
              {words.back}
            </Button>
          </div>
          <Content value="general" className={styles.content}>
            <Problem />
            <div className={styles.cards}>
              <AppearanceCard />
              <AboutCard />
            </div>
          </Content>
          <Content value="shortcuts" className={styles.content}>
            <div className={styles.cards}>
              <ShortcutsCard />
            </div>
          </Content>
          <Content value="data" className={styles.content}>
            <Problem />
            <div className={styles.cards}>
              <DataFolderCard />
            </div>
          </Content>
        </div>
      </Root>
    </main>
  );
}
