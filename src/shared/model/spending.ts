/** What a month has cost so far, by all users, against the cap of the settings. */
export interface SpendingView {
  /** YYYY-MM. */
  readonly month: string;
  readonly microcents: number;
  /** Calls whose price is not known: they are not in the sum. */
  readonly unpricedCalls: number;
  /** Null without a cap. */
  readonly capDollars: number | null;
  readonly state: 'below' | 'near' | 'reached';
}

const microcentsPerDollar = 100_000_000;
/** Share of the cap from which the user is warned. */
const nearShare = 0.8;

/** How near to the cap the month is. */
export function spendingState(microcents: number, capDollars: number | null): SpendingView['state'] {
  if (capDollars === null) return 'below';
  const share = microcents / (capDollars * microcentsPerDollar);
  if (share >= 1) return 'reached';
  return share >= nearShare ? 'near' : 'below';
}
