import { useEffect, useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { rulesFor, type ToolView } from '../../shared/model/tool-rule';
import { useApp } from '../stores/use-stores';
import { Tag } from '../ui/tag';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.tools;

function ToolRule({ tool }: { readonly tool: ToolView }) {
  const rules = useApp((state) => state.settings?.toolRules);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  const name = words.names[tool.name] ?? tool.name;
  return (
    <div className={models.role}>
      <div className={models.providerHead}>
        <label className={models.providerName} htmlFor={id}>
          {name}
        </label>
        {tool.hasEffect && <Tag tone="warning">{words.effect}</Tag>}
      </div>
      <p className={styles.quiet}>{words.about[tool.name] ?? ''}</p>
      <select
        id={id}
        className={models.field}
        aria-label={words.rule(name)}
        data-testid={`rule-${tool.name}`}
        value={rules?.[tool.name] ?? tool.rule}
        onChange={(event) => {
          const rule = rulesFor(tool.hasEffect).find((each) => each === event.target.value);
          if (rule !== undefined) void changeSettings({ toolRules: { ...rules, [tool.name]: rule } });
        }}
      >
        {rulesFor(tool.hasEffect).map((rule) => (
          <option key={rule} value={rule}>
            {words.rules[rule]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which tools a model may use, and which of them ask. */
export function ToolsTab() {
  const tools = useApp((state) => state.tools);
  const loadTools = useApp((state) => state.loadTools);
  useEffect(() => void loadTools(), [loadTools]);
  return (
    <div className={styles.cards} data-testid="settings-tools">
      <section className={styles.card}>
        <div className={styles.cardHead}>
          <h2 className={styles.cardTitle}>{words.title}</h2>
        </div>
        <p className={styles.quiet}>{words.hint}</p>
        {tools.map((tool) => (
          <ToolRule key={tool.name} tool={tool} />
        ))}
        <p className={styles.quiet}>{words.rulesHint}</p>
      </section>
    </div>
  );
}
