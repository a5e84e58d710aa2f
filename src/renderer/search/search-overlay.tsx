import { Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { catalogue } from '../../shared/catalogue/catalogue';
import app from '../app.module.css';
import { useSessions } from '../stores/use-stores';
import styles from './search-overlay.module.css';
import { SearchPalette } from './search-palette';

/** The search and the commands, over everything else. */
export function SearchOverlay() {
  const isOpen = useSessions((state) => state.isSearchOpen);
  const closeSearch = useSessions((state) => state.closeSearch);
  return (
    <Root open={isOpen} onOpenChange={(open) => !open && closeSearch()}>
      <Portal>
        <Overlay className={app.overlay} />
        <Content className={styles.overlay} data-testid="search" aria-describedby={undefined}>
          <Title className="visually-hidden">{catalogue.search.title}</Title>
          <SearchPalette />
        </Content>
      </Portal>
    </Root>
  );
}
