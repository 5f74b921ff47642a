import type { Environment } from '../environment.ts';

const BEAT = 5_000;
/** Hidden tabs are woken once a minute at best: a silent owner is dead only after several of those. */
const DEAD = 150_000;

/** The right to write as an entry in storage, for pages without Web Locks (plain http, old browsers). */
export interface Heartbeat {
  /** True also where there is no storage: nothing is shared then. */
  claim(steal: boolean): boolean;
  /** Whether the claim is in storage for others to see. */
  works(): boolean;
  release(): void;
}

/** @param lost another tab has taken the right */
export function createHeartbeat(env: Environment, name: string, lost: () => void): Heartbeat {
  const key = `${name}.tab`;
  const me = env.token();
  let cancel = () => {};

  const read = (): { id: string; at: number } | null => {
    try {
      const [id = '', at = ''] = (env.local()?.getItem(key) ?? '').split(' ');
      return id ? { id, at: Number(at) } : null;
    } catch {
      return null;
    }
  };
  const write = () => {
    try {
      env.local()?.setItem(key, `${me} ${env.now()}`);
    } catch {
      // blocked or full: tabs are not told apart
    }
  };
  const beat = () => {
    const now = read();
    if (now && now.id !== me) return lost();
    write();
    cancel = env.after(BEAT, beat);
  };

  return {
    claim(steal) {
      const other = read();
      if (!steal && other && other.id !== me && Math.abs(env.now() - other.at) < DEAD) return false;
      write();
      cancel = env.after(BEAT, beat);
      return true;
    },
    works: () => read()?.id === me,
    release() {
      cancel();
      if (read()?.id !== me) return;
      try {
        env.local()?.removeItem(key);
      } catch {
        // it dies of age
      }
    },
  };
}
