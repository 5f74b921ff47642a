/** Something a person can put right. The message is one sentence that names the place and the remedy. */
export class Failure extends Error {
  override name = 'Failure';
}

/** The message of anything thrown, on one line. */
export const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ');
