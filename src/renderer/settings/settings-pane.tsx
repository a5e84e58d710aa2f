import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/assert-never';
import { catalogue } from '../../shared/catalogue/catalogue';
import memory from '../memory/memory-pane.module.css';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import type { SettingsTab } from '../stores/app-store';
import { settingsTabs } from '../stores/app-store';
import { AboutCard } from './about-card';
import { AppearanceCard } from './appearance-card';
import { BackupsCard } from './backups-card';
import { DataFolderCard } from './data-folder-card';
import { DesktopCard } from './desktop-card';
import { ExportCard } from './export-card';
import { ForgetCard } from './forget-card';
import { LanguageCard } from './language-card';
import { LogCard } from './log-card';
import { MemoryServerCard } from './memory-server-card';
import { MemoryTab } from './memory-tab';
import { ModelsTab } from './models-tab';
import { PromptsTab } from './prompts-tab';
import { SampleCard } from './sample-card';
import styles from './settings-pane.module.css';
import { UpdatesCard } from './updates-card';
import { UsersCard } from './users-card';
import { ShortcutsCard } from './shortcuts-card';
import { ToolsTab } from './tools-tab';

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

function TabContent({ tab }: { readonly tab: SettingsTab }): ReactNode {
  switch (tab) {
    case 'general':
      return (
        <div className={styles.cards}>
          <AppearanceCard />
          <LanguageCard />
          <DesktopCard />
          <UsersCard />
          <SampleCard />
          <div className={styles.column}>
            <AboutCard />
            <UpdatesCard />
          </div>
        </div>
      );
    case 'models':
      return <ModelsTab />;
    case 'memory':
      return <MemoryTab />;
    case 'tools':
      return <ToolsTab />;
    case 'prompts':
      return <PromptsTab />;
    case 'shortcuts':
      return (
        <div className={styles.cards}>
          <ShortcutsCard />
        </div>
      );
    case 'data':
      return (
        <div className={styles.cards}>
          <DataFolderCard />
          <MemoryServerCard />
          <BackupsCard />
          <ExportCard />
          <ForgetCard />
          <LogCard />
        </div>
      );
    default:
      return assertNever(tab);
  }
}

/** The settings: one tab a subject, one card a thing. */
export function SettingsPane() {
  const show = useApp((state) => state.show);
  const tab = useApp((state) => state.settingsTab);
  const showSettings = useApp((state) => state.showSettings);
  const choose = (value: string): void => {
    const chosen = settingsTabs.find((each) => each === value);
    if (chosen !== undefined) showSettings(chosen);
  };
  return (
    <main className={styles.pane} data-testid="settings">
      <Root value={tab} onValueChange={choose} asChild>
        <div className={styles.pane}>
          <div className={styles.bar}>
            <h1 className={styles.title}>{words.title}</h1>
            <List className={styles.tabs} aria-label={words.title}>
              {settingsTabs.map((each) => (
                <Trigger key={each} className={memory.tab} value={each}>
                  {words.tabs[each]}
                </Trigger>
              ))}
            </List>
            <Button className={styles.back} onClick={() => show('chats')}>
              {words.back}
            </Button>
          </div>
          {settingsTabs.map((each) => (
            <Content key={each} value={each} className={styles.content}>
              <Problem />
              <TabContent tab={each} />
            </Content>
          ))}
        </div>
      </Root>
    </main>
  );
}
