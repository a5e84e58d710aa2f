import { useEffect } from 'react';

/**
 * Tells the styles on the page's root whether the pointer or the keyboard was used last. Some controls take the focus
 * by script on a click, and the browser then takes it for the keyboard's.
 */
export function useInputKind(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const pointed = (): void => {
      dataset.input = 'pointer';
    };
    const pressed = (): void => {
      dataset.input = 'keyboard';
    };
    window.addEventListener('pointerdown', pointed, true);
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('pointerdown', pointed, true);
      window.removeEventListener('keydown', pressed, true);
    };
  }, []);
}
