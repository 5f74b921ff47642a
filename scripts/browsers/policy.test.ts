import { expect, it } from 'vitest';
import { buildTargets, policy } from './policy.ts';

it('is what package.json says, for the data and for the build', () => {
  expect(policy()).toEqual({ chrome: '109', edge: '109', firefox: '115', safari: '15.4', safari_ios: '15.4' });
  expect(buildTargets()).toEqual(['chrome109', 'edge109', 'firefox115', 'safari15.4', 'ios15.4']);
});

it.each(['chrome 109', 'last 2 versions', 'opera >= 90', 'toString >= 1'])(
  'refuses %s, which names no oldest version',
  (entry) => {
    expect(() => policy([entry])).toThrow(`browserslist holds “${entry}”`);
  },
);
