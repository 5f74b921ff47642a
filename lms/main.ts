import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, messageOf } from './failure.ts';
import { isStale, runBuild } from './prepare.ts';
import { startLms } from './start.ts';

/** The command `npm start`: builds what is missing, serves, prints one ready line. */
async function main(): Promise<void> {
  const { PORT, HOST, DATA_DIR, OUT_DIR, PACKAGES_DIR, LMS_STRICT } = process.env;
  const root = fileURLToPath(new URL('..', import.meta.url));
  const port = PORT === undefined ? 4321 : Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Failure(`PORT is "${PORT}", which is no port: give a number from 0 to 65535.`);
  const packagesDir = PACKAGES_DIR ?? join(resolve(root, OUT_DIR ?? 'dist'), 'packages');
  if (!PACKAGES_DIR && isStale(root, packagesDir)) await runBuild(root);
  const lms = await startLms({
    port,
    packagesDir,
    dataDir: DATA_DIR ?? join(root, '.data'),
    strict: LMS_STRICT === '1',
    ...(HOST && { host: HOST }),
  });
  console.log(`Ready: ${lms.url}`);
  const stop = () => {
    lms.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const { DEBUG } = process.env;
  console.error(DEBUG && error instanceof Error ? error.stack : messageOf(error));
  process.exit(1);
});
