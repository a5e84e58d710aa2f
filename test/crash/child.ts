import { writeSync } from 'node:fs';
import { doUntilKilled } from './deeds';
import type { Acknowledgement, ChildOrders } from './kinds';
import { openCrashEngine, withoutTransaction } from './open-crash-engine';

// The process that is killed. What it acknowledges is on its way before the next thing begins.
const orders = JSON.parse(process.argv[2] ?? '{}') as ChildOrders;
const acknowledge = (said: Acknowledgement): void => {
  writeSync(1, `${JSON.stringify(said)}\n`);
};

// A migration happens while the database is opened: that is what is to be hit.
if (orders.kind === 'migrate') acknowledge({ kind: 'ready' });
const crash = await openCrashEngine(orders.folder, (database) => {
  if (orders.mutation !== null) withoutTransaction(database, orders.mutation);
});
if (orders.kind === 'migrate') setInterval(() => undefined, 1_000);
else await doUntilKilled(crash, orders.kind, acknowledge, orders.seed);
