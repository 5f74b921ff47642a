import type { Browser } from 'playwright';

/** A page of its own, spoken to in the browser's own protocol. */
export interface Tab {
  /** @throws Error with the browser's words */
  readonly send: (method: string, params?: object) => Promise<unknown>;
  /** The value of an expression in the page, as JSON has it. */
  readonly value: <T>(expression: string) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a page that nobody listens to. In its own pages Playwright has the browser note all that the network brings, and
 * keep it: in a slow module that takes a third of the time until something can be done.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
export async function openTab(browser: Browser): Promise<Tab> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message) as { id?: number; result?: unknown; error?: Error };
    const answer = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(result);
  });
  let sent = 0;
  const send: Tab['send'] = async (method, params = {}) => {
    const answer = Promise.withResolvers<unknown>();
    waiting.set(++sent, answer);
    const message = JSON.stringify({ id: sent, method, params });
    await root.send('Target.sendMessageToTarget', { sessionId, message });
    return answer.promise;
  };
  return {
    send,
    value: async <T>(expression: string) => {
      const said = await send('Runtime.evaluate', { expression: `JSON.stringify(${expression})` });
      const { value } = (said as { result: { value?: string } }).result;
      return value === undefined ? undefined : (JSON.parse(value) as T);
    },
    close: async () => {
      await root.send('Target.disposeBrowserContext', { browserContextId });
      await root.detach();
    },
  };
}
