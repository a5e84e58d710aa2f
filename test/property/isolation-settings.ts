import { testSettings } from '../fakes/test-settings';

/** What every context of the tests of isolation is built with. */
export const settings = testSettings({ bufferMessageLimit: 4 });
