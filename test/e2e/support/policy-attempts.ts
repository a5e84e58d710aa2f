import type { Page } from '@playwright/test';

/** What the page's own policy reported while it tried something, and whether the try went through. */
export async function tryInPage(
  page: Page,
  attempt: string,
): Promise<{ outcome: string; violations: string[] }> {
  return await page.evaluate(async (name) => {
    const violations: string[] = [];
    const note = (event: SecurityPolicyViolationEvent): void =>
      void violations.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    const load = (element: HTMLElement & { src: string }, src: string): Promise<string> =>
      new Promise((resolve) => {
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('blocked');
        element.src = src;
        document.body.append(element);
      });
    const attempts: Record<string, () => Promise<string>> = {
      fetch: () =>
        fetch('https://example.com/').then(
          () => 'loaded',
          () => 'blocked',
        ),
      ownFetch: () =>
        fetch('app://engram/index.html').then(
          () => 'loaded',
          () => 'blocked',
        ),
      socket: () =>
        new Promise((resolve) => {
          try {
            const socket = new WebSocket('wss://example.com/');
            socket.onopen = () => resolve('loaded');
            socket.onerror = () => resolve('blocked');
          } catch {
            resolve('blocked');
          }
        }),
      image: () => load(new Image(), 'https://example.com/a.png'),
      remoteScript: () => load(document.createElement('script'), 'https://example.com/a.js'),
      dataScript: () => load(document.createElement('script'), 'data:text/javascript,window.ran=true'),
      eval: async () => {
        try {
          return String((0, eval)('"ran"'));
        } catch {
          return 'blocked';
        }
      },
      inlineScript: async () => {
        const script = document.createElement('script');
        script.textContent = 'window.inlineRan = true';
        document.body.append(script);
        return 'inlineRan' in window ? 'ran' : 'blocked';
      },
      inlineHandler: async () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.handlerRan = true');
        document.body.append(button);
        button.click();
        button.remove();
        return 'handlerRan' in window ? 'ran' : 'blocked';
      },
      inlineStyle: async () => {
        const style = document.createElement('style');
        style.textContent = 'body { outline-style: dotted }';
        document.head.append(style);
        const applied = getComputedStyle(document.body).outlineStyle === 'dotted';
        style.remove();
        return applied ? 'applied' : 'blocked';
      },
      worker: async () => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob([''])));
          return await new Promise((resolve) => {
            worker.onerror = () => resolve('blocked');
            worker.onmessage = () => resolve('ran');
          });
        } catch {
          return 'blocked';
        }
      },
      beacon: async () => (navigator.sendBeacon('https://example.com/', 'x') ? 'queued' : 'blocked'),
    };
    // The driver lifts the policy within its own task, and violations are reported in one of theirs.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const outcome = await attempts[name]!();
    await new Promise((resolve) => setTimeout(resolve, 0));
    document.removeEventListener('securitypolicyviolation', note);
    return { outcome, violations };
  }, attempt);
}
