import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lms, type LmsOptions, startLms } from '../../lms/start.ts';
import { fixturePackages } from '../scorm/fixture.ts';

/** Packages of the small site, built once for a test file. */
export const packagesDir = fixturePackages();

/** A fresh data folder. */
export const dataFolder = () => mkdtempSync(join(tmpdir(), 'lms-'));

/** A running LMS on a free port with fresh data; `stop` closes it and removes the data. */
export async function lms(more: Partial<LmsOptions> = {}): Promise<Lms & { dataDir: string; stop(): Promise<void> }> {
  const dataDir = more.dataDir ?? dataFolder();
  const running = await startLms({ port: 0, dataDir, packagesDir, ...more });
  const stop = async () => {
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...running, dataDir, stop };
}

/** POST as our own pages do: with an Origin. */
export const post = (url: string, body: object | URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: new URL(url).origin,
      ...(body instanceof URLSearchParams ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body instanceof URLSearchParams ? body : JSON.stringify(body),
  });

/** What begin answers. */
export interface Begun {
  readonly session: number;
  readonly mode: string;
  readonly credit: string;
  readonly entry: string;
  readonly cmi: Record<string, string>;
}

/** A player without a browser: begins, commits and finishes over HTTP. */
export class Player {
  sequence = 0;
  readonly url: string;
  begun: Begun = { session: 0, mode: '', credit: '', entry: '', cmi: {} };
  constructor(url: string) {
    this.url = url;
  }
  async begin(): Promise<Begun> {
    const response = await post(`${this.url}/begin`, {});
    if (response.status !== 200) throw new Error(await response.text());
    this.begun = (await response.json()) as Begun;
    this.sequence = 0;
    return this.begun;
  }
  send(cmi: Record<string, string>, more: object = {}) {
    this.sequence += 1;
    const { session } = this.begun;
    return post(`${this.url}/commit`, { session, sequence: this.sequence, finish: false, cmi, calls: {}, ...more });
  }
  async commit(
    cmi: Record<string, string>,
    finish = false,
  ): Promise<{ result: boolean; flags?: number; message?: string }> {
    return (await (await this.send(cmi, { finish })).json()) as { result: boolean; flags?: number };
  }
}

/** Launches as a sample person and begins. */
export async function play(
  running: Lms,
  username = 'pnair',
  activity = 'induction-scorm12',
  fresh = false,
): Promise<Player> {
  const player = new Player(running.launch(username, activity, fresh));
  await player.begin();
  return player;
}
