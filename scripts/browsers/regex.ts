/** Parts of regular expressions that came late; the build does not rewrite them. */
const late = [
  {
    pattern: /\(\?<[=!]/,
    feature: 'javascript.regular_expressions.lookbehind_assertion',
    shown: 'A lookbehind, (?<=…)',
  },
  { pattern: /\(\?[ims]*-?[ims]+:/, feature: 'javascript.regular_expressions.modifier', shown: 'A modifier, (?i:…)' },
  { pattern: /\/[a-z]*v[a-z]*$/, feature: 'javascript.builtins.RegExp.unicodeSets', shown: 'The flag v' },
  { pattern: /\/[a-z]*d[a-z]*$/, feature: 'javascript.builtins.RegExp.hasIndices', shown: 'The flag d' },
] as const;

/** @param literal a whole one, `/…/flags` */
export const regexUses = (literal: string) => late.filter(({ pattern }) => pattern.test(literal));
