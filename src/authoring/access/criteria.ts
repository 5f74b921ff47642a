/**
 * What is known of every success criterion of WCAG 2.2, levels A and AA: 55, for 4.1.1 is obsolete and gone. One of
 * level AAA that is kept too stands with them. The accessibility statement is made from this list: what is written
 * here as proven is proven by that test in every run, and nothing is written as proven that is not.
 */
export interface Criterion {
  readonly criterion: string;
  /** Its name in WCAG 2.2, https://www.w3.org/TR/WCAG22/ */
  readonly title: string;
  readonly level: 'A' | 'AA' | 'AAA';
  /** False where the module has nothing that it speaks of; `note` says what. */
  readonly applies: boolean;
  /** The file with the test that is named with the criterion, from the root of the repository; null without one. */
  readonly provenBy: string | null;
  /** A person who made the module looked at it; without a test this is all that is known. */
  readonly byEye: boolean;
  /** What the test or the look covers, and what it leaves open. A sentence that can be printed. */
  readonly note: string;
}

/** No person with a disability has tried any of it, and with these nobody at all has. Named in the statement. */
export const untriedByPeople: readonly string[] = [
  'NVDA, JAWS, VoiceOver and TalkBack',
  'speech input',
  'switch access',
  'screen magnifiers other than the zoom of the browser',
];

/** One that speaks of something the module has. */
const has = (
  criterion: string,
  title: string,
  level: Criterion['level'],
  provenBy: string | null,
  byEye: boolean,
  note: string,
): Criterion => ({ criterion, title, level, applies: true, provenBy, byEye, note });

/** One that speaks of something the module does not have. */
const hasNot = (criterion: string, title: string, level: Criterion['level'], note: string): Criterion => ({
  criterion,
  title,
  level,
  applies: false,
  provenBy: null,
  byEye: true,
  note,
});

const { A, AA, AAA } = { A: 'A', AA: 'AA', AAA: 'AAA' } as const;

export const criteria: readonly Criterion[] = [
  has(
    '1.1.1',
    'Non-text Content',
    A,
    'tests/access/axe.spec.ts',
    true,
    'Every picture has words for it or is decoration. That the words fit was judged by eye.',
  ),
  hasNot('1.2.1', 'Audio-only and Video-only (Prerecorded)', A, 'There is no sound and no film.'),
  hasNot('1.2.2', 'Captions (Prerecorded)', A, 'There is no sound and no film.'),
  hasNot('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', A, 'There is no sound and no film.'),
  hasNot('1.2.4', 'Captions (Live)', AA, 'There is no live sound.'),
  hasNot('1.2.5', 'Audio Description (Prerecorded)', AA, 'There is no film.'),
  has(
    '1.3.1',
    'Info and Relationships',
    A,
    'tests/access/axe.spec.ts',
    true,
    'Headings, lists, groups and labels as a program finds them.',
  ),
  has(
    '1.3.2',
    'Meaningful Sequence',
    A,
    'tests/access/reading.spec.ts',
    true,
    'What a screen reader is given in turn was read and judged.',
  ),
  has(
    '1.3.3',
    'Sensory Characteristics',
    A,
    null,
    true,
    'No instruction speaks of shape, colour, size or place alone.',
  ),
  has('1.3.4', 'Orientation', AA, null, true, 'Nothing asks which way a device is held.'),
  hasNot('1.3.5', 'Identify Input Purpose', AA, 'No field asks for data about the person.'),
  has('1.4.1', 'Use of Color', A, null, true, 'What is right, wrong or chosen is said in words as well.'),
  hasNot('1.4.2', 'Audio Control', A, 'There is no sound.'),
  has('1.4.3', 'Contrast (Minimum)', AA, 'tests/access/axe.spec.ts', true, 'Contrast of text, in light and in dark.'),
  has('1.4.4', 'Resize Text', AA, 'tests/access/layout.spec.ts', true, 'Text at 200 per cent.'),
  has('1.4.5', 'Images of Text', AA, null, true, 'Pictures hold no text that has to be read.'),
  has(
    '1.4.10',
    'Reflow',
    AA,
    'tests/access/layout.spec.ts',
    true,
    'At 400 per cent, a width of 320 px, nothing scrolls sideways.',
  ),
  has(
    '1.4.11',
    'Non-text Contrast',
    AA,
    'tests/access/focus.spec.ts',
    true,
    'Borders of controls and the mark of focus, in light and in dark.',
  ),
  has(
    '1.4.12',
    'Text Spacing',
    AA,
    'tests/access/layout.spec.ts',
    true,
    'The spacing that the criterion names loses nothing.',
  ),
  has(
    '1.4.13',
    'Content on Hover or Focus',
    AA,
    null,
    true,
    'Notes on words open by pressing, not by pointing; Escape closes them.',
  ),
  has('2.1.1', 'Keyboard', A, 'tests/access/keyboard.spec.ts', true, 'Every journey by keyboard alone.'),
  has(
    '2.1.2',
    'No Keyboard Trap',
    A,
    'tests/access/keyboard.spec.ts',
    true,
    'The journeys by keyboard leave every control again.',
  ),
  hasNot('2.1.4', 'Character Key Shortcuts', A, 'There are no shortcuts of single characters.'),
  has(
    '2.2.1',
    'Timing Adjustable',
    A,
    null,
    true,
    'The module sets no time limit. The learning system may end a session; work is then kept on the device.',
  ),
  has('2.2.2', 'Pause, Stop, Hide', A, null, true, 'Nothing moves for longer than a moment or updates by itself.'),
  has('2.3.1', 'Three Flashes or Below Threshold', A, null, true, 'Nothing flashes.'),
  has(
    '2.3.3',
    'Animation from Interactions',
    AAA,
    'tests/access/layout.spec.ts',
    true,
    'With reduced motion asked for, nothing moves.',
  ),
  has(
    '2.4.1',
    'Bypass Blocks',
    A,
    'tests/access/axe.spec.ts',
    true,
    'Each screen begins at its heading, which is given the focus; landmarks and headings lead on.',
  ),
  has('2.4.2', 'Page Titled', A, 'tests/access/axe.spec.ts', true, 'The document has a title.'),
  has('2.4.3', 'Focus Order', A, 'tests/access/focus.spec.ts', true, 'The order of focus is the order of reading.'),
  has('2.4.4', 'Link Purpose (In Context)', A, null, true, 'Links say where they lead.'),
  has('2.4.5', 'Multiple Ways', AA, null, true, 'The list of sections, the contents, search and links.'),
  has('2.4.6', 'Headings and Labels', AA, null, true, 'Headings and labels say what follows.'),
  has('2.4.7', 'Focus Visible', AA, 'tests/access/focus.spec.ts', true, 'What has the focus looks different.'),
  has(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    AA,
    'tests/access/focus.spec.ts',
    true,
    'What has the focus is not hidden by header, foot or messages.',
  ),
  has('2.5.1', 'Pointer Gestures', A, null, true, 'One press is enough for everything.'),
  has('2.5.2', 'Pointer Cancellation', A, null, true, 'Controls are those of the browser and act when the press ends.'),
  has('2.5.3', 'Label in Name', A, null, true, 'The name of a control begins with the words it shows.'),
  hasNot('2.5.4', 'Motion Actuation', A, 'Nothing is done by moving the device.'),
  has('2.5.7', 'Dragging Movements', AA, 'tests/access/layout.spec.ts', true, 'Nothing has to be dragged.'),
  has(
    '2.5.8',
    'Target Size (Minimum)',
    AA,
    'tests/access/layout.spec.ts',
    true,
    'Targets are 24 px or spaced, and 44 px on touch screens.',
  ),
  has('3.1.1', 'Language of Page', A, 'tests/access/axe.spec.ts', true, 'The document names its language.'),
  hasNot('3.1.2', 'Language of Parts', AA, 'All text is in one language.'),
  has('3.2.1', 'On Focus', A, null, true, 'Nothing happens by focus alone.'),
  has('3.2.2', 'On Input', A, null, true, 'Choosing sends nothing; a button does.'),
  has('3.2.3', 'Consistent Navigation', AA, null, true, 'Header and foot are the same on each screen.'),
  has('3.2.4', 'Consistent Identification', AA, null, true, 'The same thing has the same name on each screen.'),
  has('3.2.6', 'Consistent Help', A, 'tests/access/layout.spec.ts', true, 'Help is at the same place on each screen.'),
  has(
    '3.3.1',
    'Error Identification',
    A,
    'tests/access/layout.spec.ts',
    true,
    'A missing answer is said in words beside the question.',
  ),
  has('3.3.2', 'Labels or Instructions', A, null, true, 'Each question says how it is answered.'),
  has('3.3.3', 'Error Suggestion', AA, null, true, 'The message says what to do.'),
  has(
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    AA,
    null,
    true,
    'The declaration takes a tick and a button; answers are shown before they are given.',
  ),
  has('3.3.7', 'Redundant Entry', A, 'tests/access/told.spec.ts', true, 'Nothing is asked twice in a route.'),
  hasNot(
    '3.3.8',
    'Accessible Authentication (Minimum)',
    AA,
    'Nobody signs in to the module. The learning system’s own page is its own.',
  ),
  has(
    '4.1.2',
    'Name, Role, Value',
    A,
    'tests/access/axe.spec.ts',
    true,
    'Every control has a name and a role, as a program finds them.',
  ),
  has(
    '4.1.3',
    'Status Messages',
    AA,
    'tests/access/told.spec.ts',
    true,
    'Saving, what is missing and what came of it are told without the focus moving.',
  ),
];
