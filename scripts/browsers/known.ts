/** A late feature that may stay, in one place, because of what shows without it. */
export interface Known {
  /** Its path in MDN's compatibility data, with all that is filed below it. */
  readonly feature: string;
  /** A file, or a folder with a slash at its end. */
  readonly file: string;
  /** Part of the selector, declaration or expression; left out, any place in the file. */
  readonly at?: string;
  /** What a browser without it shows, and why that is good. */
  readonly why: string;
}

const styles = 'src/styles/';

/** Features beside the policy that the sources may use: each with what older browsers get. docs/browsers.md tells it whole. */
export const known: readonly Known[] = [
  // The document
  {
    feature: 'css.at-rules.media.scripting',
    file: `${styles}screens.css`,
    at: 'not (scripting)',
    why: 'The <noscript> of Document.astro says the same.',
  },
  {
    feature: 'css.at-rules.media.scripting',
    file: `${styles}screens.css`,
    at: 'screen and (scripting)',
    why: 'What is folded is laid out while the document comes, as it was: only a long one takes longer.',
  },
  ...['selectors.details-content', 'properties.content-visibility'].map((name) => ({
    feature: `css.${name}`,
    file: `${styles}screens.css`,
    why: 'Stands in the rule for (scripting).',
  })),
  {
    feature: 'html.global_attributes.is',
    file: 'src/components/frame/Page.astro',
    why: 'A directive of Astro, in no document.',
  },
  {
    feature: 'html.global_attributes.is',
    file: 'src/pages/[route].astro',
    why: 'A directive of Astro, in no document.',
  },
  {
    feature: 'html.elements.meta.name.viewport',
    file: 'src/components/frame/Page.astro',
    why: 'Only phones have a viewport to set.',
  },
  {
    feature: 'html.elements.link.rel.icon',
    file: 'src/components/frame/Page.astro',
    why: 'The empty icon only keeps browsers that would ask the server for one from asking.',
  },
  // Words explained in place
  {
    feature: 'html.global_attributes.popover',
    file: 'src/components/lesson/Term.astro',
    why: 'app/older/terms.ts opens and closes the note; without scripts lesson.css shows it at focus and hover.',
  },
  {
    feature: 'html.elements.button.popovertarget',
    file: 'src/components/lesson/Term.astro',
    why: 'app/older/terms.ts opens and closes the note; without scripts lesson.css shows it at focus and hover.',
  },
  // What is chosen and where the focus is
  {
    feature: 'css.selectors.has',
    file: `${styles}controls.css`,
    at: '.choice:has(input:checked)',
    why: 'The radio button or tick box shows by itself that it is chosen.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}print.css`,
    at: '.choice:has(input:checked)',
    why: 'The radio button or tick box shows by itself that it is chosen.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}questions.css`,
    at: '.mock-post .choice:has(input:checked)',
    why: 'The tick box shows by itself that it is chosen.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}controls.css`,
    at: '.choice:has(input:focus-visible)',
    why: 'The box keeps its own focus ring: it is taken away only where @supports knows :has().',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}controls.css`,
    at: '.choice label:has(:disabled)',
    why: 'The pointer is a hand above a choice that is already made; nothing else differs.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}controls.css`,
    at: '.buttons:not(:has(',
    why: 'A row whose buttons are all hidden leaves its margin.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}questions.css`,
    at: '.mock-post .choice:not(:has(',
    why: 'The parts of a mock post have round corners.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}questions.css`,
    at: '#check:has(',
    why: 'The name of the screen stays as large above a question as it is without one.',
  },
  {
    feature: 'css.at-rules.media.forced-colors',
    file: `${styles}controls.css`,
    why: 'An answer that was given is as pale as the browser draws it; the words beside it say how it came out.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}stage-kinds.css`,
    at: '.profile:has(.picture)',
    why: 'The name stands a little higher beside the face.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}stage-kinds.css`,
    at: '.comment:has(.waiting)',
    why: 'The words beside the name say that it waits; only the edge keeps its usual colour.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}write.css`,
    at: 'form:has(.write)',
    why: 'The message of a missing answer takes a little more room.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}sort.css`,
    at: '.sort:has(label:nth-child(3))',
    why: 'Things to sort into three groups stand as far apart as any others.',
  },
  {
    feature: 'css.selectors.has',
    file: `${styles}judgement.css`,
    at: '.again>li:has(',
    why: 'A question opened keeps the width of its card.',
  },
  // Type, pointer, paper, forced colours
  {
    feature: 'css.properties.text-wrap',
    file: `${styles}base.css`,
    why: 'The lines of a heading break where they are full.',
  },
  {
    feature: 'css.properties.text-wrap',
    file: `${styles}controls.css`,
    why: 'The words on a button break where they are full.',
  },
  { feature: 'css.properties.cursor', file: styles, why: 'A phone has no pointer to change.' },
  {
    feature: 'css.at-rules.page',
    file: `${styles}print.css`,
    why: 'Pages print without numbers and running titles, with the margins of the browser.',
  },
  ...['orphans', 'widows'].map((property) => ({
    feature: `css.properties.${property}`,
    file: `${styles}print.css`,
    why: 'A single line of a paragraph may stand at the end of a page.',
  })),
  {
    feature: 'css.selectors.details-content',
    file: `${styles}print.css`,
    why: 'app/older/printing.ts opens what is folded while it is printed.',
  },
  {
    feature: 'css.properties.content-visibility',
    file: `${styles}print.css`,
    why: 'Stands in the rule for ::details-content.',
  },
  {
    feature: 'css.properties.break-after',
    file: `${styles}print.css`,
    why: 'A heading may stand at the foot of a sheet.',
  },
  {
    feature: 'css.properties.break-before.avoid',
    file: `${styles}print.css`,
    why: 'The endings of a story may stand on a sheet of their own.',
  },
  {
    feature: 'css.at-rules.media.forced-colors',
    file: `${styles}stage.css`,
    why: 'Browsers without the question have no forced colours either.',
  },
  {
    feature: 'css.at-rules.media.forced-colors',
    file: `${styles}print.css`,
    why: 'Browsers without the question have no forced colours either.',
  },
  {
    feature: 'css.properties.forced-color-adjust',
    file: `${styles}print.css`,
    why: 'Stands in the rules for forced colours.',
  },
];

/** The same for what libraries bring into the built scripts. */
export const inLibraries: readonly Known[] = [];
