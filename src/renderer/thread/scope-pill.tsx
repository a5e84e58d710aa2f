import {
  Content,
  ItemIndicator,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import { Check, ChevronDown } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallScope, Session } from '../../shared/model/session';
import { useSessions } from '../stores/use-stores';
import menu from '../ui/menu.module.css';
import pill from '../ui/pill.module.css';

const words = catalogue.thread;
const scopes: readonly RecallScope[] = ['session', 'user'];

interface ScopePillProps {
  readonly session: Session;
}

/** Where recall looks: this chat alone or all of them. */
export function ScopePill({ session }: ScopePillProps) {
  const setRecallScope = useSessions((state) => state.setRecallScope);
  return (
    <Root>
      <Trigger className={pill.pill}>
        {words.scope[session.recallScope]}
        <ChevronDown size={12} aria-hidden="true" />
      </Trigger>
      <Portal>
        <Content className={menu.menu} align="end" sideOffset={4}>
          <RadioGroup
            value={session.recallScope}
            onValueChange={(value) => void setRecallScope(session.id, value === 'user' ? 'user' : 'session')}
          >
            {scopes.map((scope) => (
              <RadioItem key={scope} value={scope} className={menu.item}>
                <span className={menu.check}>
                  <ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </ItemIndicator>
                </span>
                <span>
                  {words.scope[scope]}
                  <span className={menu.hint}>{words.scopeHint[scope]}</span>
                </span>
              </RadioItem>
            ))}
          </RadioGroup>
        </Content>
      </Portal>
    </Root>
  );
}
