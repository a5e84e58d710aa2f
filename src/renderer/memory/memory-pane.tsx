import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { assertNever } from '../../shared/assert-never';
import type { MemoryTab } from '../stores/memory-state';
import { memoryTabs } from '../stores/memory-state';
import { useMemory } from '../stores/use-stores';
import { ContextTab } from './context-tab';
import { HealthBar } from './health-bar';
import { HealthTab } from './health-tab';
import styles from './memory-pane.module.css';
import { ProfileTab } from './profile-tab';
import { RecallTab } from './recall-tab';
import { SummariesTab } from './summaries-tab';

const words = catalogue.memory;

function bodyOf(tab: MemoryTab): ReactNode {
  switch (tab) {
    case 'context':
      return <ContextTab />;
    case 'summaries':
      return <SummariesTab />;
    case 'recall':
      return <RecallTab />;
    case 'profile':
      return <ProfileTab />;
    case 'health':
      return <HealthTab />;
    default:
      return assertNever(tab);
  }
}

/** The right pane: what memory did in this chat, in five tabs. */
export function MemoryPane({
  isWide = false,
}: {
  /** Whether it has the place of the thread too. */ readonly isWide?: boolean;
}) {
  const tab = useMemory((state) => state.tab);
  const showTab = useMemory((state) => state.showTab);
  return (
    <Root
      className={styles.pane}
      value={tab}
      onValueChange={(value) => showTab(memoryTabs.find((each) => each === value) ?? 'context')}
    >
      <div className={styles.bar}>
        <List className={styles.tabs} aria-label={words.title}>
          {memoryTabs.map((each) => (
            <Trigger key={each} value={each} className={styles.tab}>
              {words.tabs[each]}
            </Trigger>
          ))}
        </List>
        {isWide && <HealthBar />}
      </div>
      {memoryTabs.map((each) => (
        <Content key={each} value={each} className={styles.content}>
          {bodyOf(each)}
        </Content>
      ))}
    </Root>
  );
}
