import type { Heard } from './transcript.ts';

/** What of Firefox's own interfaces is used here: https://searchfox.org/mozilla-central/source/accessible/interfaces */
interface Accessible {
  readonly role: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
  readonly attributes: { getStringProperty(name: string): string } | null;
  getState(state: { value?: number }, extra: { value?: number }): void;
}

interface Service {
  getAccessibleFor(node: unknown): Accessible | null;
  getStringRole(role: number): string;
}

/** Firefox's words for roles, where ours are others. */
const ROLES = {
  document: 'block',
  'internal frame': 'block',
  'text leaf': 'text',
  whitespace: 'text',
  'list item marker': 'marker',
  statictext: 'text',
  radiobutton: 'radio',
  checkbutton: 'checkbox',
  pushbutton: 'button',
  'toggle button': 'button',
  summary: 'button',
  details: 'block',
  grouping: 'group',
  graphic: 'image',
  entry: 'searchbox',
  statusbar: 'status',
  landmark: 'region',
  'definition list': 'list',
  'list item': 'listitem',
};

/**
 * The accessibility tree of the module in the tab in front. Runs in Firefox's own window, where alone it can be had;
 * needs nothing from outside.
 */
export async function treeIn(roles: Record<string, string>): Promise<Heard> {
  const world = globalThis as unknown as {
    Cc: Record<string, { getService(kind: unknown): Service }>;
    Ci: Record<string, unknown>;
    gBrowser: { selectedBrowser: unknown };
  };
  const service = world.Cc['@mozilla.org/accessibilityService;1']?.getService(world.Ci['nsIAccessibilityService']);
  if (!service) throw new Error('there is no accessibility service');
  const childrenOf = (a: Accessible): Accessible[] => {
    const found: Accessible[] = [];
    for (let child = a.firstChild; child; child = child.nextSibling) found.push(child);
    return found;
  };
  const attribute = (a: Accessible, name: string) => {
    try {
      return a.attributes?.getStringProperty(name) ?? '';
    } catch {
      return '';
    }
  };
  const roleOf = (a: Accessible) => service.getStringRole(a.role);
  const frame = (a: Accessible): Accessible | undefined =>
    roleOf(a) === 'internal frame' && childrenOf(a).some((c) => roleOf(c) === 'document') ? a : undefined;
  const read = (a: Accessible): Heard => {
    const own = roleOf(a);
    const inline = /^inline/.test(attribute(a, 'display'));
    const given = attribute(a, 'xml-roles').split(' ')[0] ?? '';
    const known = attribute(a, 'tag') === 'legend' ? 'legend' : (roles[own] ?? own);
    const plain = /^(section|text container|nothing|emphasis|strong|mark|code|time|editcombobox)$/.test(own);
    const role = plain
      ? inline
        ? 'inline'
        : 'block'
      : /^(main|banner|contentinfo|navigation|search|region)$/.test(given)
        ? given
        : known;
    const [state, extra] = [{ value: 0 }, { value: 0 }];
    a.getState(state, extra);
    const has = (bit: number) => (state.value & bit) !== 0;
    return {
      role,
      name: a.name ?? '',
      ...(a.description && { description: a.description }),
      ...(role === 'heading' && { level: Number(attribute(a, 'level')) }),
      ...(/^(radio|checkbox)$/.test(role) && { checked: has(0x10) }),
      ...(has(0x200) || has(0x400) ? { expanded: has(0x200) } : {}),
      ...(has(0x1) && { disabled: true }),
      children: childrenOf(a).map(read),
    };
  };
  // It is made when it is first asked for, and follows the page: until the module is in it, it is asked again.
  for (let tries = 0; tries < 400; tries++) {
    const page = service.getAccessibleFor(world.gBrowser.selectedBrowser);
    const queue = page ? childrenOf(page) : [];
    for (let a = queue.shift(); a; a = queue.shift()) {
      const module = frame(a);
      const document = module && childrenOf(module)[0];
      if (document && childrenOf(document).length > 0) return read(document);
      queue.push(...childrenOf(a));
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the module is not in the accessibility tree');
}

export { ROLES as firefoxRoles };
