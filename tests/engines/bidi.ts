/** A connection to a browser by WebDriver BiDi, https://w3c.github.io/webdriver-bidi/. */
export interface Bidi {
  /** Sends a command. Rejects with what the browser has against it. */
  send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): void;
}

interface Answer {
  id: number | null;
  type: string;
  error?: string;
  message?: string;
  result?: Record<string, unknown>;
}

/** Connects to a browser that listens. @param url `ws://127.0.0.1:1234/session` */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  const open = new Map<number, (answer: Answer) => void>();
  let last = 0;
  await new Promise<void>((done, failed) => {
    socket.addEventListener('open', () => done());
    socket.addEventListener('error', () => failed(new Error(`no connection to ${url}`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === null) return;
    open.get(answer.id)?.(answer);
    open.delete(answer.id);
  });
  socket.addEventListener('close', () => {
    for (const settle of open.values()) settle({ id: 0, type: 'error', error: 'the browser is gone' });
    open.clear();
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        open.set(id, ({ type, error, message, result }) => {
          if (type === 'error') reject(new Error(`${method}: ${error}: ${message ?? ''}`));
          else resolve(result ?? {});
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}
