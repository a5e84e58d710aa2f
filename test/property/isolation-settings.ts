import { sentenceModel } from '../fakes/embed-sentences';
import { testSettings } from '../fakes/test-settings';

/** What every context of the tests of isolation is built with. */
export const settings = testSettings({ bufferMessageLimit: 4 });
/** The model whose vectors both users have. */
export const vectorModel = sentenceModel;
/** Stands in everything the one user has, and in nothing of the other. */
export const secret = 'zqsecretkx';
