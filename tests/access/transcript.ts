/** A piece of an accessibility tree, in the same words for every engine. */
export interface Heard {
  /** `text`: words. `block`, `inline`: of no meaning, apart from whether a new line begins. */
  readonly role: string;
  readonly name: string;
  readonly description?: string;
  readonly level?: number;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly children: readonly Heard[];
}

/** How a role is spoken, where it is. */
const SPOKEN: Record<string, string> = {
  main: 'main',
  banner: 'banner',
  contentinfo: 'footer',
  navigation: 'navigation',
  region: 'region',
  search: 'search',
  dialog: 'dialog',
  group: 'group',
  image: 'picture',
  link: 'link',
  button: 'button',
  radio: 'radio button',
  checkbox: 'checkbox',
  searchbox: 'search field',
  progressbar: 'progress bar',
  status: 'status',
  alert: 'alert',
  blockquote: 'quotation',
};

/** What is said with its name alone: nothing inside is read once more. */
const WHOLE = /^(link|button|radio|checkbox|searchbox|image|progressbar|heading)$/;
/** What begins a line without being spoken. */
const BLOCK = /^(block|paragraph|listitem|list|term|definition|caption|figure|form)$/;
/** What is spoken only where it has a name, or something in it. */
const QUIET = /^(group|status|region|blockquote)$/;

const all = (node: Heard, role: string): Heard[] =>
  node.children.flatMap((c) => [...(c.role === role ? [c] : []), ...all(c, role)]);

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** An element of a kind: its name and how it is, as it would be spoken. */
function speak(node: Heard, group: Heard | null): string {
  const { role, name, description, level, checked, expanded, disabled } = node;
  const among = role === 'radio' && group ? all(group, 'radio') : [];
  const said = [
    role === 'heading' ? `heading level ${level}` : (SPOKEN[role] ?? role),
    ...(checked === undefined ? [] : [checked ? 'checked' : 'not checked']),
    ...(expanded === undefined ? [] : [expanded ? 'expanded' : 'collapsed']),
    ...(disabled ? ['unavailable'] : []),
    ...(among.length > 0 ? [`${among.indexOf(node) + 1} of ${among.length}`] : []),
  ].join(', ');
  const words = [tidy(name), description ? `(${tidy(description)})` : ''].filter(Boolean).join(' ');
  return words ? `${said}: ${words}` : said;
}

/**
 * What a screen reader says of a tree when it is read from its beginning to its end, a line a pause. It shows what is
 * given to every reader, not how one of them puts it. What stands in the name of a control or a group is not said once
 * more as its label; a heading in it is.
 */
export function transcript(root: Heard): string {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    const said = tidy(line);
    // A mark alone is a pause after what was said before it.
    if (/^[.,:;)]+$/.test(said) && lines.length > 0) lines.push(`${lines.pop()}${said}`);
    else if (said) lines.push(said);
    line = '';
  };
  const hear = (node: Heard, group: Heard | null): void => {
    const { role, children } = node;
    if (role === 'text') {
      // The end of a sentence is a pause with a space after it and without: Chromium leaves out what is only a space.
      line += /[.!?]$/.test(line) && /^\w/.test(node.name) ? ` ${node.name}` : node.name;
      return;
    }
    const into = role === 'group' ? node : group;
    const inside = () => {
      for (const child of children) hear(child, into);
    };
    if (role === 'inline') {
      inside();
      return;
    }
    // One that follows another stands for itself; one after words is in the middle of a sentence.
    if (line.trimEnd().endsWith(']')) end();
    if (role === 'link' || (role === 'button' && tidy(line))) {
      line += ` [${speak(node, group)}] `;
      return;
    }
    end();
    const named = role === 'legend' ? 'heading' : role === 'label' ? /radio|checkbox/ : null;
    if (named) {
      const kept = (n: Heard): Heard[] => (n.role.match(named) ? [n] : n.children.flatMap(kept));
      const within = kept(node);
      // A label that stands beside its control is words like any others.
      if (role === 'label' && within.length === 0) inside();
      for (const child of within) hear(child, into);
      end();
      return;
    }
    if (role === 'list') {
      const items = children.filter((c) => c.role === 'listitem').length;
      lines.push(`list, ${items} items${node.name ? `: ${tidy(node.name)}` : ''}`);
    } else if (role === 'listitem') {
      if (children[0]?.role !== 'marker') line = '• ';
    } else if (role === 'marker') {
      line = /\w/.test(node.name) ? node.name : '• ';
      return;
    } else if (!BLOCK.test(role) && !(QUIET.test(role) && !node.name)) {
      lines.push(speak(node, group));
      if (WHOLE.test(role)) return;
    }
    inside();
    end();
  };
  hear(root, null);
  end();
  // A number drawn by a style sheet is the item's mark.
  const read = lines.filter((l) => l !== '•').map((l) => l.replace(/^• (\d+)$/, '$1'));
  return `${read.join('\n')}\n`;
}

/** The first piece of that role. Throws where there is none. */
export function part(root: Heard, role: string): Heard {
  const found = root.role === role ? root : all(root, role)[0];
  if (!found) throw new Error(`nothing in the tree is a ${role}`);
  return found;
}

/** The tree without what a role holds. */
export const without = (node: Heard, role: string): Heard => ({
  ...node,
  children: node.children.filter((c) => c.role !== role).map((c) => without(c, role)),
});
