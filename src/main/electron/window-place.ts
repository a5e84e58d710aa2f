import type { WindowPlace } from './local-state';

/** A rectangle in screen points. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window in which every pane can still be used. */
export const smallestWindow = { width: 720, height: 480 } as const;

/**
 * Fits a remembered place onto the displays of today: on the display it overlaps most, no larger than that,
 * fully visible; on a display that is gone, centred by the system (x and y null).
 */
export function fitToDisplays(place: WindowPlace, workAreas: readonly Area[]): WindowPlace {
  const { x, y } = place;
  const home =
    x === null || y === null
      ? undefined
      : mostOverlapped({ x, y, width: place.width, height: place.height }, workAreas);
  const area = home ?? workAreas[0];
  if (area === undefined) return { ...place, x: null, y: null };
  const width = clamp(place.width, smallestWindow.width, area.width);
  const height = clamp(place.height, smallestWindow.height, area.height);
  if (home === undefined || x === null || y === null) return { ...place, x: null, y: null, width, height };
  return {
    ...place,
    x: clamp(x, home.x, home.x + home.width - width),
    y: clamp(y, home.y, home.y + home.height - height),
    width,
    height,
  };
}

/** How far a further window stands from the one it was opened from, in screen points. */
const STEP = 32;

/** The place of a further window: beside another one's, as large as that one when it is not maximised. */
export function besides(place: WindowPlace): WindowPlace {
  const { x, y } = place;
  return { ...place, maximized: false, x: x === null ? null : x + STEP, y: y === null ? null : y + STEP };
}

function mostOverlapped(window: Area, workAreas: readonly Area[]): Area | undefined {
  const byOverlap = workAreas
    .map((area) => ({ area, overlap: overlap(window, area) }))
    .filter((candidate) => candidate.overlap > 0)
    .sort((a, b) => b.overlap - a.overlap);
  return byOverlap[0]?.area;
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Where the display is smaller than the smallest window, the lower bound wins. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
