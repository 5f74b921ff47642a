import type { Bidi } from './bidi.ts';
import { aim, KEYS, type Tab, type Where } from './driver.ts';
import { lookUp, type Seen } from './look-up.ts';
import { source } from './source.ts';

interface Context {
  context: string;
  children: Context[];
}

/** A tab of a browser that speaks WebDriver BiDi. @param context the tab's id */
export function bidiTab(bidi: Bidi, context: string): Tab {
  const contextOf = async (where: Where): Promise<string> => {
    if (where === 'page') return context;
    const { contexts } = (await bidi.send('browsingContext.getTree', { root: context })) as { contexts: Context[] };
    const frame = contexts[0]?.children[0]?.context;
    if (!frame) throw new Error('there is no frame with the module');
    return frame;
  };
  /** Runs a function without arguments; its outcome as the protocol has it. */
  const call = async (target: string, functionDeclaration: string) => {
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration,
      target: { context: target },
      awaitPromise: true,
      userActivation: false,
    });
    if (answer['type'] === 'exception') {
      throw new Error(`in the page: ${(answer['exceptionDetails'] as { text: string }).text}`);
    }
    return answer['result'] as { value?: unknown; sharedId?: string };
  };
  const act = (target: string, type: string, actions: object[]) =>
    bidi.send('input.performActions', { context: target, actions: [{ type, id: type, actions }] });

  const tab: Tab = {
    async open(url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async back() {
      await bidi.send('browsingContext.traverseHistory', { context, delta: -1 });
    },
    async run(where, script, ...args) {
      const { value } = await call(await contextOf(where), source.json(script, args));
      return value === undefined ? undefined : JSON.parse(String(value));
    },
    look: (where, find, patience = 0) => tab.run(where, lookUp, find, 'seen', patience) as Promise<Seen[]>,
    async click(where, find) {
      const target = await contextOf(where);
      const { sharedId } = await call(target, source.plain(lookUp, [find, 'target', 1_000]));
      if (!sharedId) return false;
      const origin = { type: 'element', element: { sharedId } };
      await act(target, 'pointer', [
        { type: 'pointerMove', ...aim(), origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
      return true;
    },
    async press(key) {
      const value = KEYS[key];
      await act(context, 'key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    },
    async show() {
      await bidi.send('browsingContext.activate', { context });
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
    async picture() {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
  };
  return tab;
}
