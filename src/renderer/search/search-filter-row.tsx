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
import { sessionIdSchema } from '../../shared/model/ids';
import { titleOf } from '../sessions/title-of';
import { hitKinds, searchSpans } from '../stores/search-state';
import { useSessions } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import menu from '../ui/menu.module.css';
import pill from '../ui/pill.module.css';
import { hitView } from './hit-groups';
import styles from './search-overlay.module.css';

const words = catalogue.search;

interface ChoiceProps {
  /** What is chosen here. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const name = options.find(([each]) => each === value)?.[1] ?? '';
  return (
    <Root>
      <Trigger className={pill.pill} aria-label={`${label}: ${name}`}>
        <span className={styles.choiceName}>{name}</span>
        <ChevronDown size={12} aria-hidden="true" />
      </Trigger>
      <Portal>
        <Content className={menu.menu} align="end" sideOffset={4}>
          <RadioGroup value={value} onValueChange={onChoose}>
            {options.map(([each, text]) => (
              <RadioItem key={each} value={each} className={menu.item}>
                <span className={menu.check}>
                  <ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </ItemIndicator>
                </span>
                {text}
              </RadioItem>
            ))}
          </RadioGroup>
        </Content>
      </Portal>
    </Root>
  );
}

function Kinds() {
  const found = useSessions((state) => state.found);
  const filters = useSessions((state) => state.filters);
  const setFilters = useSessions((state) => state.setFilters);
  const counts = found === null ? null : hitView(found, filters).counts;
  return (
    <span className={styles.kinds} role="group" aria-label={words.kindsLabel}>
      {hitKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={pill.pill}
          aria-pressed={filters.kind === kind}
          onClick={() => setFilters({ kind })}
        >
          {counts === null ? words.kinds[kind] : words.kind(words.kinds[kind], formatCount(counts[kind]))}
        </button>
      ))}
    </span>
  );
}

const none = 'none';

function ChatChoice() {
  const sessionId = useSessions((state) => state.filters.sessionId);
  const setFilters = useSessions((state) => state.setFilters);
  const openedId = useSessions((state) => state.selectedId);
  const sessions = useSessions((state) => state.sessions);
  const others = sessions
    .filter(({ id, temporary }) => id !== openedId && !temporary)
    .slice(0, 8)
    .map((session) => [session.id, titleOf(session)] as const);
  const opened = openedId === null ? [] : [[openedId, words.thisChat] as const];
  return (
    <Choice
      label={words.chat}
      value={sessionId ?? none}
      options={[[none, words.allChats], ...opened, ...others]}
      onChoose={(value) => setFilters({ sessionId: value === none ? null : sessionIdSchema.parse(value) })}
    />
  );
}

/** What narrows the hits: their kind, the chat, the speaker, the time. */
export function SearchFilterRow() {
  const role = useSessions((state) => state.filters.role);
  const span = useSessions((state) => state.filters.span);
  const setFilters = useSessions((state) => state.setFilters);
  return (
    <div className={styles.filters} role="group" aria-label={words.filters}>
      <Kinds />
      <ChatChoice />
      <Choice
        label={words.who}
        value={role ?? none}
        options={[
          [none, words.anyone],
          ['user', catalogue.app.you],
          ['assistant', catalogue.app.assistant],
        ]}
        onChoose={(value) => setFilters({ role: value === 'user' || value === 'assistant' ? value : null })}
      />
      <Choice
        label={words.when}
        value={span}
        options={searchSpans.map((each) => [each, words.spans[each]] as const)}
        onChoose={(value) => setFilters({ span: searchSpans.find((each) => each === value) ?? 'any' })}
      />
    </div>
  );
}
