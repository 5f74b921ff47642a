import type { Plugin } from 'vite';

/** What stands for React in the browser, import by import. */
const instead: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
};

/**
 * The browser's scripts are built with Preact in React's place: a tenth of its weight, and a slow phone spends most of
 * its time before the first decision on React (docs/decisions/0030). Components are React's to whoever writes or
 * renders them: documents are drawn by React itself, and `npm run dev` runs it in the browser too.
 */
export const lightReact = (): Plugin => ({
  name: 'light-react',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'client',
  resolveId(id, importer) {
    const found = instead[id];
    return found ? this.resolve(found, importer, { skipSelf: true }) : null;
  },
});
