/** What the server says at the beginning of a session. */
export interface LaunchData {
  readonly session: number;
  readonly standard: 'scorm12' | 'scorm2004';
  readonly mode: 'normal' | 'review';
  readonly credit: string;
  readonly entry: string;
  readonly strict: boolean;
  /** The data model as the module will read it. */
  readonly cmi: Record<string, string>;
}

/** The LMS's answer to a commit. */
export interface Answer {
  readonly ok: boolean;
  /** New flags raised by it (writes in review). */
  readonly flags: number;
  /** How it went out. */
  readonly by: 'request' | 'beacon';
}

/** Where requests go; the browser's own in the player. */
export interface Wire {
  /** Synchronous POST: body of the answer; null for any status but 200. Throws when nothing answers. */
  post(url: string, body: string): string | null;
  /** Queues a POST that outlives the page; false when it was not queued. */
  beacon(url: string, body: string): boolean;
  /** Whether the page is hidden or being left. */
  leaving(): boolean;
}

/**
 * Sends as Moodle's player does: a synchronous request; a beacon while the page is hidden or left, and when the request
 * cannot be made at all. A queued beacon counts as success: "true" is then a claim, not a save.
 */
export function send(wire: Wire, url: string, body: string): Answer {
  const beacon = (): Answer => ({ ok: wire.beacon(url, body), flags: 0, by: 'beacon' });
  if (wire.leaving()) return beacon();
  let text: string | null;
  try {
    text = wire.post(url, body);
  } catch {
    return beacon();
  }
  try {
    const answer: unknown = JSON.parse(text ?? '');
    const ok = typeof answer === 'object' && answer !== null && 'result' in answer && answer.result === true;
    const flags = ok && 'flags' in answer && typeof answer.flags === 'number' ? answer.flags : 0;
    return { ok, flags, by: 'request' };
  } catch {
    return { ok: false, flags: 0, by: 'request' };
  }
}

/** The browser's wire. Leaving ends when the page is shown again. */
export function browserWire(): Wire {
  let left = false;
  addEventListener('pagehide', () => {
    left = true;
  });
  addEventListener('pageshow', () => {
    left = false;
  });
  return {
    post(url, body) {
      const request = new XMLHttpRequest();
      request.open('POST', url, false);
      request.setRequestHeader('content-type', 'application/json');
      request.send(body);
      return request.status === 200 ? request.responseText : null;
    },
    beacon: (url, body) => navigator.sendBeacon(url, new Blob([body], { type: 'application/json' })),
    leaving: () => left || document.visibilityState === 'hidden',
  };
}
