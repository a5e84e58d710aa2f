import { catalogue } from '../../shared/catalogue/catalogue';
import { joinClasses } from '../ui/join-classes';
import { PartBar, PartSwatch } from '../ui/part-bar';
import type { PartKind } from '../ui/part-kind';
import styles from './memory-figure.module.css';

const words = catalogue.welcome;
const parts = catalogue.memory.parts;

/** The example the figure draws: 65 messages in a window of 8,000 tokens. */
const MESSAGES = 65;
const SUMMARISED = 44;
const RECALLED: readonly number[] = [7, 18, 41];
/** Tokens the drawn track stands for; the window ends at 83 % of it. */
const TRACK_TOKENS = 9_637;

const everything = [
  { kind: 'system', tokens: 410 },
  { kind: 'tools', tokens: 114 },
  { kind: 'buffer', tokens: 7_913 },
  { kind: 'reply', tokens: 1_200 },
] as const;

const remembered = [
  { kind: 'system', tokens: 410 },
  { kind: 'profile', tokens: 302 },
  { kind: 'summary', tokens: 961 },
  { kind: 'recalled', tokens: 193 },
  { kind: 'tools', tokens: 114 },
  { kind: 'buffer', tokens: 2_156 },
  { kind: 'reply', tokens: 1_200 },
] as const;

const legend: readonly (readonly [PartKind, string])[] = [
  ['system', parts.system],
  ['profile', parts.profile],
  ['summary', parts.summary],
  ['recalled', parts.recalled],
  ['tools', parts.tools],
  ['buffer', words.messages],
  ['reply', parts.reply],
];

function centreOf(position: number): number {
  return ((position - 0.5) / MESSAGES) * 100;
}

function cellClass(position: number): string {
  const isRecalled = RECALLED.includes(position);
  return joinClasses(styles.cell, isRecalled && styles.recalled, position > SUMMARISED && styles.sent);
}

function Bar({
  label,
  sizes,
}: {
  readonly label: string;
  readonly sizes: typeof everything | typeof remembered;
}) {
  const sum = sizes.reduce((total, part) => total + part.tokens, 0);
  return (
    <span style={{ width: `${(sum / TRACK_TOKENS) * 100}%` }}>
      <PartBar label={label} parts={sizes} />
    </span>
  );
}

/** What memory does to a long chat, drawn: what is folded, what is sent, what comes back, and what that saves. */
export function MemoryFigure() {
  const end = centreOf(MESSAGES);
  return (
    <figure className={styles.figure}>
      <div role="img" aria-label={words.figure}>
        <svg className={styles.arcs} viewBox="0 0 100 56" preserveAspectRatio="none" aria-hidden="true">
          {RECALLED.map((position, index) => {
            const top = 4 + index * 12;
            const start = centreOf(position);
            return (
              <path
                key={position}
                d={`M${start} 54 C${start} ${top}, ${start + 8} ${top}, ${(start + end) / 2} ${top} S${end} ${top}, ${end} 54`}
              />
            );
          })}
        </svg>
        <div className={styles.strip}>
          {Array.from({ length: MESSAGES }, (_each, index) => (
            <span key={index} className={cellClass(index + 1)} />
          ))}
        </div>
      </div>
      <figcaption className={styles.captions}>
        <span className={styles.summarised}>{words.summarised}</span>
        <span className={styles.buffer}>{words.sent}</span>
      </figcaption>
      <div className={styles.bars}>
        <span className={styles.name}>{words.all}</span>
        <span className={styles.track}>
          <Bar label={words.all} sizes={everything} />
          <span className={styles.wallName}>{words.window}</span>
          <span className={styles.wall} />
        </span>
        <span className={styles.over}>{words.over}</span>
        <span className={styles.name}>{words.engram}</span>
        <span className={styles.track}>
          <Bar label={words.engram} sizes={remembered} />
          <span className={styles.wall} />
        </span>
        <span className={styles.spare}>{words.spare}</span>
      </div>
      <p className={styles.legend} aria-hidden="true">
        {legend.map(([kind, label]) => (
          <span key={kind}>
            <PartSwatch kind={kind} />
            {label}
          </span>
        ))}
      </p>
    </figure>
  );
}
