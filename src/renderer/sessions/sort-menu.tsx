import {
  Content,
  ItemIndicator,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import { ArrowDownUp, Check } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { sessionOrderSchema } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import menu from '../ui/menu.module.css';
import { Tooltip } from '../ui/tooltip';

const words = catalogue.chats.sort;

/** What the list of chats is ordered by. */
export function SortMenu() {
  const order = useSessions((state) => state.order);
  const { sortChats } = useNavigation();
  return (
    <Root>
      <Tooltip text={words.label}>
        <Trigger className={buttons.icon} aria-label={words.label}>
          <ArrowDownUp size={16} aria-hidden="true" />
        </Trigger>
      </Tooltip>
      <Portal>
        <Content className={menu.menu} align="end" sideOffset={4}>
          <RadioGroup value={order} aria-label={words.label}>
            {sessionOrderSchema.options.map((each) => (
              <RadioItem key={each} value={each} className={menu.item} onSelect={() => void sortChats(each)}>
                <span className={menu.check}>
                  <ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </ItemIndicator>
                </span>
                {words.order[each]}
              </RadioItem>
            ))}
          </RadioGroup>
        </Content>
      </Portal>
    </Root>
  );
}
