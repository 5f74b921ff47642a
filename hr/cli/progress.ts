/** Says what is being done. */
export interface Progress {
  /** Starts a step; the one before is done. */
  readonly step: (text: string) => void;
  /** How far the current step is, 0–1. */
  readonly part: (share: number) => void;
  /** Ends the last step. */
  readonly done: () => void;
}

/** Says nothing. */
export const silent: Progress = { step: () => {}, part: () => {}, done: () => {} };

/** One line a step on a stream; on a terminal the line is rewritten with a percentage. */
export function progressTo(stream: NodeJS.WriteStream): Progress {
  let text = '';
  let shown = -1;
  const line = (tail: string) => stream.write(stream.isTTY ? `\r\x1b[K${text}${tail}` : '');
  const end = () => {
    if (text && stream.isTTY) stream.write(`\r\x1b[K${text}\n`);
    text = '';
  };
  return {
    step: (next) => {
      end();
      text = next;
      shown = -1;
      if (stream.isTTY) line(' …');
      else stream.write(`${next}\n`);
    },
    part: (share) => {
      const percent = Math.floor(share * 100);
      if (percent === shown) return;
      shown = percent;
      line(` … ${percent} %`);
    },
    done: end,
  };
}
