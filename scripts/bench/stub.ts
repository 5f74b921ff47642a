/** What the stub of an LMS has noted; read from the page as `window.notes`. */
export interface Notes {
  /** Calls by name, the ones that ask for errors apart. */
  readonly calls: Record<string, number>;
  /** Characters of all arguments of all calls. */
  readonly characters: number;
  /** Everything set, by element. */
  readonly values: Record<string, string>;
}

/**
 * Runs in the page that frames the module: the eight functions of SCORM 1.2 (RTE 3.3) over a plain object. A commit is
 * a synchronous request, as in Moodle. It never fails, so that what is counted is the module's own doing.
 */
export function installStub(): void {
  const values: Record<string, string> = {
    'cmi.core.student_id': 'pnair',
    'cmi.core.student_name': 'Priya Nair',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.credit': 'credit',
    'cmi.core.entry': 'ab-initio',
    'cmi.interactions._children': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
    'cmi.interactions._count': '0',
  };
  const notes = { calls: {} as Record<string, number>, characters: 0, values };
  const noted =
    (name: string, answer: (...args: string[]) => string) =>
    (...args: string[]) => {
      notes.calls[name] = (notes.calls[name] ?? 0) + 1;
      notes.characters += args.reduce((n, a) => n + String(a).length, 0);
      return answer(...args);
    };
  Object.assign(window, {
    notes,
    API: {
      LMSInitialize: noted('LMSInitialize', () => 'true'),
      LMSFinish: noted('LMSFinish', () => 'true'),
      LMSGetValue: noted('LMSGetValue', (element = '') => values[element] ?? ''),
      LMSSetValue: noted('LMSSetValue', (element = '', value = '') => {
        values[element] = value;
        return 'true';
      }),
      LMSCommit: noted('LMSCommit', () => {
        const request = new XMLHttpRequest();
        request.open('POST', '/save', false);
        request.send('');
        return 'true';
      }),
      LMSGetLastError: () => '0',
      LMSGetErrorString: () => '',
      LMSGetDiagnostic: () => '',
    },
  });
}
