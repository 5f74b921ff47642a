import type { Call, Outgoing } from './facade.ts';
import type { Answer, LaunchData } from './transport.ts';

const make = (tag: string, text = '', className = '') => {
  const e = document.createElement(tag);
  e.textContent = text;
  if (className) e.className = className;
  return e;
};

const short = (s: string, n: number) => (s.length > n ? `${s.slice(0, n - 1)}…` : s);

/** Newest calls kept on screen. */
const kept = 60;

/** The panel beside the module: the record as it changes, the calls as they come, and what is wrong in red. */
export function liveView(panel: HTMLElement, data: LaunchData) {
  const part = (name: string) => panel.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? panel;
  const [summary, flags, rows, log] = [part('summary'), part('flags'), part('rows'), part('log')];
  const values = new Map(Object.entries(data.cmi));
  const cells = new Map<string, HTMLElement>();
  const counts = { sets: 0, commits: 0, bytes: 0 };

  /** One row an element, one row an interaction. */
  const row = (element: string, changed: boolean) => {
    const slot = /^cmi\.interactions\.(\d+)\./.exec(element)?.[1];
    const key = slot === undefined ? element : `interaction ${slot}`;
    let cell = cells.get(key);
    if (!cell) {
      const tr = make('tr');
      const head = make('th', key.replace(/^cmi\.(core\.)?/, ''));
      head.setAttribute('scope', 'row');
      cell = make('td');
      tr.append(head, cell);
      rows.append(tr);
      cells.set(key, cell);
    }
    const text = slot === undefined ? (values.get(element) ?? '') : interaction(slot);
    cell.textContent = text === '' ? '(empty)' : short(text, 300);
    cell.classList.toggle('changed', changed);
  };

  const interaction = (slot: string) =>
    ['id', 'type', 'student_response', 'learner_response', 'result']
      .map((field) => values.get(`cmi.interactions.${slot}.${field}`))
      .filter(Boolean)
      .join(' · ');

  const say = () => {
    const suspend = values.get('cmi.suspend_data') ?? '';
    const limit = data.standard === 'scorm12' ? '4,096' : '64,000';
    const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
    summary.textContent = `${count(counts.sets, 'set')}, ${count(counts.commits, 'commit')}, ${count(counts.bytes, 'byte')} sent. Resume state: ${suspend.length} of ${limit} characters.`;
  };

  const raise = (text: string) => {
    flags.hidden = false;
    const list = flags.querySelector('ul') ?? flags;
    if (list.childElementCount < 20) list.append(make('li', text));
  };

  // The tenth interaction comes after the ninth, not after the first.
  for (const element of [...values.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
    row(element, false);
  say();

  return {
    /** Shows one call; `wrong`: a write in review. */
    called(call: Call, wrong: boolean): void {
      const failed = call.answer === 'false' ? `, error ${call.error}` : '';
      const args = call.args.map((a) => `"${short(a, 60)}"`).join(', ');
      log.prepend(
        make('li', `${call.name}(${args}) → ${short(call.answer, 60)}${failed}`, failed || wrong ? 'wrong' : ''),
      );
      while (log.childElementCount > kept) log.lastElementChild?.remove();
      if (/SetValue$/.test(call.name)) {
        counts.sets += 1;
        if (call.answer === 'true') {
          values.set(call.args[0] ?? '', call.args[1] ?? '');
          row(call.args[0] ?? '', true);
        } else raise(`Refused with error ${call.error}: ${call.args[0]} = "${short(call.args[1] ?? '', 80)}"`);
      }
      if (wrong) raise(`Written in review: ${call.args[0]} = "${short(call.args[1] ?? '', 80)}"`);
      say();
    },
    /** Shows a commit that went out. */
    committed(outgoing: Outgoing, answer: Answer): void {
      const size = Object.entries(outgoing.cmi).reduce((n, [e, v]) => n + e.length + v.length, 0);
      counts.commits += 1;
      counts.bytes += size;
      if (!answer.ok) raise(`Commit ${outgoing.sequence} was not stored.`);
      else for (const cell of cells.values()) cell.classList.remove('changed');
      if (answer.flags > 0) raise(`Commit ${outgoing.sequence} was flagged: see the record.`);
      say();
    },
  };
}
