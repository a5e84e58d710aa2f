import { Content, Item, Portal, Root, Separator, Trigger } from '@radix-ui/react-dropdown-menu';
import { BookText } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Preset } from '../../shared/model/preset';
import { useApp } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import menu from '../ui/menu.module.css';
import styles from './presets.module.css';

const words = catalogue.presets;

interface PresetMenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (preset: Preset) => void;
  /** The field takes the focus back. */
  readonly onClosed: () => void;
}

/** The presets to choose one from; letters jump to a name. */
export function PresetMenu({ isOpen, onOpenChange, onChoose, onClosed }: PresetMenuProps) {
  const presets = useApp((state) => state.presets);
  const loadPresets = useApp((state) => state.loadPresets);
  const showSettings = useApp((state) => state.showSettings);
  useEffect(() => void loadPresets(), [loadPresets]);
  return (
    <Root open={isOpen} onOpenChange={onOpenChange} modal={false}>
      <Trigger asChild>
        <IconButton label={words.use} data-testid="presets-button">
          <BookText size={15} aria-hidden="true" />
        </IconButton>
      </Trigger>
      <Portal>
        <Content
          className={`${menu.menu} ${styles.menu}`}
          side="top"
          align="start"
          sideOffset={6}
          aria-label={words.use}
          data-testid="preset-menu"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
        >
          {presets?.map((preset) => (
            <Item
              key={preset.id}
              className={menu.item}
              textValue={preset.name}
              onSelect={() => onChoose(preset)}
            >
              <span className={styles.item}>
                {preset.name}
                <span className={`${menu.hint} ${styles.preview}`}>{preset.text}</span>
              </span>
            </Item>
          ))}
          {(presets ?? []).length > 0 && <Separator className={menu.separator} />}
          <Item className={menu.item} onSelect={() => showSettings('prompts')}>
            {words.manage}
          </Item>
        </Content>
      </Portal>
    </Root>
  );
}
