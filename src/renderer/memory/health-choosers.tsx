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
import { healthTurnCounts } from '../stores/health-slice';
import { useMemory, useSessions } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import menu from '../ui/menu.module.css';
import pill from '../ui/pill.module.css';
import styles from './health-tab.module.css';

const words = catalogue.health;

interface ChooserProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChoose: (value: Value) => void;
}

function Chooser<Value extends string>({ label, value, options, onChoose }: ChooserProps<Value>) {
  const chosen = options.find((option) => option.value === value)?.name ?? '';
  const choose = (name: string): void => {
    const option = options.find((each) => each.value === name);
    if (option !== undefined) onChoose(option.value);
  };
  return (
    <Root>
      <Trigger className={pill.pill} aria-label={`${label}: ${chosen}`}>
        <span className={styles.chosen}>{chosen}</span>
        <ChevronDown size={12} aria-hidden="true" />
      </Trigger>
      <Portal>
        <Content className={menu.menu} align="end" sideOffset={4}>
          <RadioGroup value={value} onValueChange={choose}>
            {options.map((option) => (
              <RadioItem key={option.value} value={option.value} className={menu.item}>
                <span className={menu.check}>
                  <ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </ItemIndicator>
                </span>
                {option.name}
              </RadioItem>
            ))}
          </RadioGroup>
        </Content>
      </Portal>
    </Root>
  );
}

/** Which chats and how many turns the figures are of. */
export function HealthChoosers() {
  const scope = useMemory((state) => state.healthScope);
  const turns = useMemory((state) => state.healthTurns);
  const setScope = useMemory((state) => state.setHealthScope);
  const setTurns = useMemory((state) => state.setHealthTurns);
  const title = useSessions((state) => state.opened?.title ?? '');
  const scopes = [
    { value: 'chat', name: title === '' ? words.scope.chat : title },
    { value: 'all', name: words.scope.all },
  ] as const;
  const counts = healthTurnCounts.map((count) => ({
    value: String(count),
    name: words.lastTurns(formatCount(count)),
  }));
  return (
    <>
      <Chooser label={words.scopeLabel} value={scope} options={scopes} onChoose={setScope} />
      <Chooser
        label={words.turnsLabel}
        value={String(turns)}
        options={counts}
        onChoose={(name) => setTurns(healthTurnCounts.find((count) => String(count) === name) ?? turns)}
      />
    </>
  );
}
