import type { CDPSession } from 'playwright/test';
import type { Heard } from './transcript.ts';

interface Value {
  readonly value?: unknown;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/#type-AXNode */
interface AXNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** Chromium's words for roles, where ours are others. */
const ROLES: Record<string, string> = {
  RootWebArea: 'block',
  StaticText: 'text',
  LineBreak: 'text',
  ListMarker: 'marker',
  LayoutTable: 'block',
  DisclosureTriangle: 'button',
  Details: 'block',
  Legend: 'legend',
  LabelText: 'label',
  Figcaption: 'caption',
  DescriptionList: 'list',
  img: 'image',
  svg: 'image',
  complementary: 'region',
};

/** The accessibility tree of the module in its frame. */
export async function treeOf(devtools: CDPSession): Promise<Heard> {
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const frameId = frameTree.childFrames?.[0]?.frame.id;
  if (!frameId) throw new Error('there is no frame with the module');
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree', { frameId })) as { nodes: AXNode[] };
  const displays = await displaysOf(devtools);
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const read = (n: AXNode): Heard[] => {
    const children = (n.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? read(child) : [];
    });
    const own = String(n.role?.value ?? '');
    if (own === 'InlineTextBox') return [];
    // Nothing but a space between two pieces: not worth a node to Chromium, but heard.
    if (n.ignored && children.length === 0 && displays.get(n.backendDOMNodeId ?? 0) === 'text')
      return [{ role: 'text', name: ' ', children: [] }];
    const inline = /^(inline|contents|none|text|$)/.test(displays.get(n.backendDOMNodeId ?? 0) ?? '');
    const shape = inline ? 'inline' : 'block';
    if (n.ignored || /^(generic|none|strong|emphasis|mark|code|time)$/.test(own))
      return children.length > 0 ? [{ role: shape, name: '', children }] : [];
    const is = (name: string) => n.properties?.find((p) => p.name === name)?.value.value;
    const role = ROLES[own] ?? own;
    const description = String(n.description?.value ?? '');
    const [checked, expanded, level] = [is('checked'), is('expanded'), is('level')];
    return [
      {
        role,
        name: own === 'LineBreak' ? ' ' : String(n.name?.value ?? ''),
        ...(description && { description }),
        ...(role === 'heading' && { level: Number(level) }),
        ...(checked !== undefined && { checked: String(checked) === 'true' }),
        ...(expanded !== undefined && { expanded: expanded === true }),
        ...(is('disabled') === true && { disabled: true }),
        children,
      },
    ];
  };
  const [root] = nodes[0] ? read(nodes[0]) : [];
  if (!root) throw new Error('the accessibility tree is empty');
  return root;
}

/** How each element is laid out, by the id of its node; `text` for text. */
async function displaysOf(devtools: CDPSession): Promise<Map<number, string>> {
  const { documents, strings } = await devtools.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display'] });
  const found = new Map<number, string>();
  for (const { nodes, layout } of documents)
    for (const [i, node] of layout.nodeIndex.entries()) {
      const id = nodes.backendNodeId?.[node];
      const isText = nodes.nodeType?.[node] === 3;
      if (id !== undefined) found.set(id, isText ? 'text' : (strings[layout.styles[i]?.[0] ?? -1] ?? ''));
    }
  return found;
}
