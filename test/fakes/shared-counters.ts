import { createTokenCounters } from '../../src/main/memory/tokens/token-counters';

/** The real token counters, loaded once for all tests of a file. */
export const sharedCounters = createTokenCounters();
