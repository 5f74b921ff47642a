/** The part of css-tree that is used here; the package brings no types. */
declare module 'css-tree' {
  export interface CssNode {
    readonly type: string;
    readonly name?: string | CssNode;
    readonly property?: string;
    readonly unit?: string;
    readonly value?: unknown;
    readonly prelude?: CssNode | null;
    readonly block?: CssNode | null;
    readonly children?: Iterable<CssNode>;
    readonly loc?: { readonly start: { readonly line: number; readonly offset: number } } | null;
  }
  export interface Context {
    readonly atrule: CssNode | null;
    readonly rule: CssNode | null;
    readonly block: CssNode | null;
    readonly declaration: CssNode | null;
  }
  interface Walk {
    (
      node: CssNode,
      visit: { enter?(this: Context, n: CssNode): unknown; leave?(this: Context, n: CssNode): void },
    ): void;
    readonly skip: symbol;
  }
  export const walk: Walk;
  export function parse(text: string, options?: { readonly positions?: boolean }): CssNode;
  export function generate(node: CssNode): string;
}
