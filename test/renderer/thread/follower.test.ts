import { describe, expect, it } from 'vitest';
import { createFollower } from '../../../src/renderer/thread/follower';

/** An event of a moment, in milliseconds. */
function at<Kind extends Event>(timeStamp: number, event: Kind): Kind {
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  return event;
}

/** A list of 1,000 px in a view of 200 px, as a follower sees it; jsdom lays nothing out. */
function setUp() {
  const element = document.createElement('div');
  const box = { scrollHeight: 1_000, clientHeight: 200 };
  Object.defineProperties(element, {
    scrollHeight: { get: () => box.scrollHeight },
    clientHeight: { get: () => box.clientHeight },
  });
  const told: boolean[] = [];
  const follower = createFollower({ onEnd: (isAtEnd) => told.push(isAtEnd), onScroll: () => undefined });
  element.scrollTop = 800;
  follower.attach(element);
  const scrollTo = (top: number, timeStamp = 10_000): void => {
    element.scrollTop = top;
    element.dispatchEvent(at(timeStamp, new Event('scroll')));
  };
  const grow = (px: number): void => {
    box.scrollHeight += px;
    follower.grew();
  };
  return { element, box, follower, told, scrollTo, grow };
}

describe('the scroll rule of a thread', () => {
  it('keeps the end in view while text grows', () => {
    const { element, grow } = setUp();
    grow(300);
    expect(element.scrollTop).toBe(1_300);
  });

  it('stops at once on an upward scroll, however small', () => {
    const { element, scrollTo, grow } = setUp();
    scrollTo(760);
    grow(300);
    expect(element.scrollTop).toBe(760);
  });

  it('stops on a wheel turned up before anything has moved', () => {
    const { element, grow } = setUp();
    element.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    grow(300);
    expect(element.scrollTop).toBe(800);
  });

  it('is not drawn back by a list that was moved to its end just before the wheel takes hold, and goes on once the reader stays there', () => {
    const { element, scrollTo, grow } = setUp();
    element.dispatchEvent(at(1_000, new WheelEvent('wheel', { deltaY: -1 })));
    scrollTo(800, 1_016);
    grow(300);
    expect(element.scrollTop).toBe(800);
    scrollTo(1_100, 1_500);
    grow(300);
    expect(element.scrollTop).toBe(1_600);
  });

  it('says that the end is out of view, and follows again once the reader is back', () => {
    const { element, told, scrollTo, grow } = setUp();
    scrollTo(500);
    expect(told.at(-1)).toBe(false);
    scrollTo(800);
    expect(told.at(-1)).toBe(true);
    grow(100);
    expect(element.scrollTop).toBe(1_100);
  });

  it('does not take a list that shrank for an upward scroll', () => {
    const { element, scrollTo, grow } = setUp();
    grow(-400);
    scrollTo(400);
    grow(500);
    expect(element.scrollTop).toBe(1_100);
  });

  it('goes on to the end where the list moves up by itself on the way there', async () => {
    const { element, follower, scrollTo, grow } = setUp();
    scrollTo(100);
    follower.follow(true);
    follower.toEnd();
    scrollTo(600);
    scrollTo(560);
    await new Promise(requestAnimationFrame);
    expect(element.scrollTop).toBe(1_000);
    scrollTo(800);
    grow(300);
    expect(element.scrollTop).toBe(1_300);
  });

  it('lets go on the way there as soon as the reader presses a key', () => {
    const { element, follower, scrollTo, grow } = setUp();
    scrollTo(100);
    follower.follow(true);
    follower.toEnd();
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp' }));
    scrollTo(60);
    grow(300);
    expect(element.scrollTop).toBe(60);
  });

  it('does not follow where the chat was opened at a message', () => {
    const { element, follower, grow } = setUp();
    follower.follow(false);
    grow(300);
    expect(element.scrollTop).toBe(800);
  });

  it('lets the list scroll to a place that it was sent to, until the reader moves it or its end is to be followed', () => {
    const { element, follower } = setUp();
    const placed: unknown[] = [];
    follower.attach(null);
    element.scrollTo = (...given: unknown[]) => void placed.push(given[0]);
    follower.attach(element);
    const tries = () => {
      element.scrollTo({ top: 100 });
      return placed.splice(0).length;
    };
    expect(tries()).toBe(0);
    follower.follow(false);
    expect(tries()).toBe(1);
    element.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    expect(tries()).toBe(0);
    follower.follow(false);
    expect(tries()).toBe(1);
    follower.follow(true);
    expect(tries()).toBe(0);
  });

  it('leaves a list as it found it, however often it is given it', () => {
    const { element, follower } = setUp();
    follower.attach(null);
    const scrollTo = (): void => undefined;
    element.scrollTo = scrollTo;
    for (let drawn = 0; drawn < 3; drawn += 1) {
      follower.attach(element);
      follower.attach(null);
    }
    expect(Reflect.get(element, 'scrollTo')).toBe(scrollTo);
  });

  it('goes to the end when it is sent there, and on to where the end has moved', async () => {
    const { element, box, follower, grow } = setUp();
    follower.follow(false);
    element.scrollTop = 100;
    follower.follow(true);
    follower.toEnd();
    expect(element.scrollTop).toBe(1_000);
    grow(50);
    expect(element.scrollTop).toBe(1_050);
    // Told before it is: the list is as high as it said with a later frame, and says nothing then.
    box.scrollHeight = 1_700;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    expect(element.scrollTop).toBe(1_700);
  });

  it('takes an upward move for the reader’s once the list has come to rest at its end', async () => {
    const { follower, scrollTo, element, grow } = setUp();
    follower.follow(true);
    follower.toEnd();
    // At rest once nothing has changed for some frames.
    for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
    scrollTo(700);
    grow(300);
    expect(element.scrollTop).toBe(700);
  });
});
