interface EngramMarkProps {
  /** Width and height in pixels. */
  readonly size: number;
}

/** The program's sign: a ring around a recalled point, between what is summarised and what is sent. */
export function EngramMark({ size }: EngramMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <circle cx="10" cy="10" r="9" stroke="var(--line2)" strokeWidth="1.6" />
      <path d="M10 4.1A5.9 5.9 0 0 1 15.9 10" stroke="var(--p-buf)" strokeWidth="2.4" />
      <path d="M10 15.9A5.9 5.9 0 0 1 4.1 10" stroke="var(--p-sum)" strokeWidth="2.4" />
      <circle cx="10" cy="10" r="2.5" fill="var(--acc-solid)" />
    </svg>
  );
}
