import type { FloorsReport } from '../../model/floor';
import { defineCall } from '../define-call';
import { nothing } from './common-inputs';

/** From which score on a recalled message is sent. */
export const floorCalls = {
  /** The floors of recall by words and of the embedder in use, with what they rest on. */
  'floors.read': defineCall<FloorsReport>()(nothing),
  /** Measures them anew in the background; answers as `floors.read`. */
  'floors.measure': defineCall<FloorsReport>()(nothing),
} as const;
