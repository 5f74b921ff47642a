import type { Environment } from '../environment.ts';
import { createHeartbeat } from './heartbeat.ts';

/** How long the other tab gets to save and step back, or to say that it is there. */
const PATIENCE = 1_500;
const ECHO = 250;
/** How often the right is asked for after a return from the back-forward cache. */
const TRIES = 3;

/** One writer among the tabs of a browser. */
export interface Tabs {
  /** Takes the right to write; false when another tab has it. @param steal takes it in any case */
  claim(steal: boolean): Promise<boolean>;
  /** Asks the tab that writes to save and step back; resolves when it has, or after 1.5 s. */
  ask(): Promise<void>;
  /** Lets go of the right for as long as the page is in the back-forward cache. */
  pause(): void;
  /** Takes it again; false when another tab has it meanwhile. */
  resume(): Promise<boolean>;
  /** Lets go of the right for good. */
  release(): void;
}

/**
 * Web Locks where the browser has them, a heartbeat in storage otherwise (docs/standards/saving.md, Two windows). Tabs
 * that can share nothing are not told apart.
 * @param yielded another tab asked for the right, or took it: save now, then write no more
 */
export function createTabs(env: Environment, name: string, yielded: () => void): Tabs {
  let letGo = () => {};
  let owner = false;
  let answered = (_: boolean) => {};

  const lost = () => {
    if (!owner) return;
    owner = false;
    letGo();
    yielded();
  };
  const channel = env.channel(name, (message) => {
    if (message === 'ping' && owner) channel?.post('here');
    if (message === 'ask' && owner) {
      lost();
      channel?.post('given');
    }
    if (message === 'given' || message === 'here') answered(true);
  });

  /** Whether another tab answers. */
  const call = (message: string, patience: number) =>
    new Promise<boolean>((resolve) => {
      const cancel = env.after(patience, () => resolve(false));
      answered = (yes) => {
        cancel();
        resolve(yes);
      };
      if (channel) channel.post(message);
      else answered(false);
    });

  const byLock = (locks: LockManager, steal: boolean) =>
    new Promise<boolean>((resolve) => {
      const held = new Promise<void>((free) => {
        letGo = free;
      });
      const options = steal ? { steal: true } : { ifAvailable: true };
      locks
        .request(name, options, (lock) => {
          resolve(lock !== null);
          return lock ? held : undefined;
        })
        .catch(() => {
          resolve(true); // locks forbidden here: nothing to share with
          if (owner) void broken(locks);
        });
    });

  /** A held lock ends with an AbortError when it is stolen, and in WebKit also when the page was cached or is going. */
  async function broken(locks: LockManager): Promise<void> {
    const isTaken = await locks.query().then(
      ({ held }) => held?.some((lock) => lock.name === name) ?? false,
      () => false,
    );
    if (isTaken || !(await byLock(locks, false))) lost();
  }

  const heartbeat = createHeartbeat(env, name, lost);
  async function claim(steal: boolean): Promise<boolean> {
    const locks = env.locks();
    if (locks) owner = await byLock(locks, steal);
    else {
      owner = heartbeat.claim(steal) && (steal || heartbeat.works() || !(await call('ping', ECHO)));
      letGo = heartbeat.release;
    }
    return owner;
  }

  return {
    claim,
    async resume() {
      // A browser may need a moment to note that this very page had let go.
      for (let tries = 0; tries < TRIES; tries++) {
        if (await claim(false)) return true;
        await new Promise<void>((done) => void env.after(ECHO, done));
      }
      // A heartbeat may be that of a tab that died: then nobody answers.
      return env.locks() || (await call('ping', ECHO)) ? false : claim(true);
    },
    async ask() {
      await call('ask', PATIENCE);
    },
    pause() {
      owner = false;
      letGo();
    },
    release() {
      owner = false;
      letGo();
      channel?.close();
    },
  };
}
