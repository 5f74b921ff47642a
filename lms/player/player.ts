import { type Call, facade, type ScormObject } from './facade.ts';
import { liveView } from './live.ts';
import { browserWire, type LaunchData, send } from './transport.ts';

const element = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

/** Asks the server for the record; this is what begins a session. */
async function begin(): Promise<LaunchData> {
  const response = await fetch(`${location.pathname}/begin`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as LaunchData;
}

/** scorm-again for the standard, filled with the record; `transmit` is called for every commit. */
async function scormAgain(data: LaunchData, transmit: (finish: boolean) => boolean): Promise<ScormObject> {
  const httpService = {
    processHttpRequest: (
      _url: string,
      _params: unknown,
      _now: boolean,
      _log: unknown,
      _listen: unknown,
      meta?: unknown,
    ) => {
      const finish = (meta as { isTerminateCommit?: boolean } | undefined)?.isTerminateCommit === true;
      return transmit(finish) ? { result: 'true', errorCode: 0 } : { result: 'false', errorCode: 101 };
    },
    updateSettings: () => undefined,
  };
  const settings = { autocommit: false, lmsCommitUrl: 'here', logLevel: 5, autoCompleteLessonStatus: true };
  const library = (await import(`/static/${data.standard}.js`)) as Record<
    string,
    new (
      s: object,
      h: object,
    ) => { loadFromFlattenedJSON(json: object): void }
  >;
  const Api = library[data.standard === 'scorm12' ? 'Scorm12API' : 'Scorm2004API'];
  if (!Api) throw new Error('The SCORM library could not be loaded.');
  const api = new Api(settings, httpService);
  api.loadFromFlattenedJSON(data.cmi);
  return api as unknown as ScormObject;
}

async function play(): Promise<void> {
  const data = await begin();
  const live = liveView(element('live'), data);
  const wire = browserWire();
  const post = (path: string, body: object) =>
    send(wire, `${location.pathname}/${path}`, JSON.stringify({ session: data.session, ...body }));

  const inner = await scormAgain(data, (finish) => {
    const outgoing = front.outgoing(finish);
    const answer = post('commit', outgoing);
    if (answer.ok) front.sent(outgoing);
    live.committed(outgoing, answer);
    return answer.ok;
  });
  const onCall = (call: Call) => {
    const written = data.mode !== 'normal' && call.answer === 'true' && /SetValue$/.test(call.name);
    if (written) post('review', { element: call.args[0] ?? '', value: call.args[1] ?? '' });
    live.called(call, written);
    if (/Finish$|Terminate$/.test(call.name) && call.answer === 'true')
      element('state').textContent = 'The module has ended its session.';
  };
  const front = facade({ standard: data.standard, strict: data.strict, inner, onCall });
  Object.assign(window, { [data.standard === 'scorm12' ? 'API' : 'API_1484_11']: front.api });

  element('state').textContent = data.mode === 'review' ? 'Review: nothing should be recorded' : 'Recording';
  const frame = element('module') as HTMLIFrameElement;
  frame.src = frame.getAttribute('data-src') ?? '';
}

const toggle = element('toggle');
const show = (open: boolean) => {
  toggle.setAttribute('aria-expanded', String(open));
  element('live').hidden = !open;
};
toggle.addEventListener('click', () => show(toggle.getAttribute('aria-expanded') !== 'true'));
show(innerWidth >= 1200);

play().catch((error: unknown) => {
  element('state').textContent =
    `The module cannot be played: ${error instanceof Error ? error.message : String(error)}`;
});
