import { Command } from 'cmdk';
import { useDeferredValue, useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { messageIdSchema } from '../../shared/model/ids';
import { useSessions } from '../stores/use-stores';
import { commandMark } from './commands';
import { firstItem } from './first-item';
import { HitDetail } from './hit-detail';
import { hitView } from './hit-groups';
import { CommandItems, RecentItems } from './palette-items';
import { SearchFilterRow } from './search-filter-row';
import { SearchFoot } from './search-foot';
import { SearchHead } from './search-head';
import { SearchHits } from './search-hits';
import styles from './search-overlay.module.css';

/** The message that an item of the list stands for; null for every other item. */
function messageOf(item: string) {
  const parsed = messageIdSchema.safeParse(item.replace('message:', ''));
  return parsed.success ? parsed.data : null;
}

/** The field, what it finds, and what is known of the chosen hit. */
export function SearchPalette() {
  const query = useSessions((state) => state.query);
  const hasDetail = useSessions((state) => state.detail !== null);
  const showDetail = useSessions((state) => state.showDetail);
  const found = useSessions((state) => state.found);
  const filters = useSessions((state) => state.filters);
  const isEmpty = query.trim() === '';
  const isSearch = !isEmpty && !query.startsWith(commandMark);
  // A choice holds for the hits it was made among; new ones begin at the first.
  const [chosen, setChosen] = useState({ among: found, item: '' });
  const first = isSearch && found !== null ? firstItem(hitView(found, filters)) : '';
  const item = chosen.among === found && chosen.item !== '' ? chosen.item : first;
  useEffect(() => void showDetail(messageOf(item)), [item, showDetail]);
  // The field takes letters before the list under it is drawn.
  const isListed = useDeferredValue(true, false);
  return (
    <Command
      className={styles.palette}
      label={catalogue.search.title}
      shouldFilter={false}
      vimBindings={false}
      value={item}
      onValueChange={(next) => setChosen({ among: found, item: next })}
    >
      <SearchHead />
      {isSearch && <SearchFilterRow />}
      <div className={styles.body}>
        <Command.List className={styles.list} label={catalogue.search.results} data-testid="search-hits">
          {isListed && isEmpty && <RecentItems />}
          {isListed && isSearch && <SearchHits />}
          {isListed && <CommandItems query={query} />}
        </Command.List>
        {isSearch && hasDetail && <HitDetail />}
      </div>
      <SearchFoot />
    </Command>
  );
}
