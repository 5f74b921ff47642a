/** Pictures of states are compared and packed in a page: a browser reads and draws every kind there is. */

/** Pictures keep so many colours of each state, the commonest, and all flat ones; edges of letters nearly. */
const COLOURS = 4;
/** Two points differ where a colour of one channel does by more, of 255: edges of letters may. */
const SHADE = 24;
/** A colour that covers such a share of a state is one of the design, and must be there to the shade. */
const FLAT = 0.01;

/** So many points a picture may be lower or higher: what begins between two points ends at either. */
const ROUNDED = 1;

export const limits = { COLOURS, SHADE, FLAT, ROUNDED };

/** What came of comparing two pictures. */
export interface Difference {
  /** Share of the points that differ; 1 where the sizes do. */
  readonly share: number;
  /** Flat colours of one that the other has not, as `#rrggbb`. */
  readonly colours: readonly string[];
  /** The points that differ in red over the picture, as PNG in base64; empty where none do. */
  readonly drawn: string;
  /** The baseline itself as PNG in base64. */
  readonly expected: string;
}

/** A picture in base64, and the part of it that is meant; none: all of it. */
export interface Picture {
  readonly data: string;
  readonly type: 'png' | 'webp';
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Puts the tools into a page: `window.pictures`. */
export function installPictures({ COLOURS, SHADE, FLAT, ROUNDED }: typeof limits): void {
  type Points = { width: number; height: number; data: Uint32Array };
  const bitmaps = new Map<string, Promise<ImageBitmap>>();
  const bitmap = async ({ data, type }: Picture) =>
    createImageBitmap(await (await fetch(`data:image/${type};base64,${data}`)).blob());

  async function read(picture: Picture): Promise<Points> {
    // A sheet holds many states.
    const key = picture.type === 'webp' ? picture.data : '';
    const image = await (key ? (bitmaps.get(key) ?? bitmaps.set(key, bitmap(picture)).get(key)) : bitmap(picture));
    if (!image) throw new Error('no picture');
    const { top = 0, width = image.width, height = image.height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    canvas?.drawImage(image, 0, -top);
    const data = canvas?.getImageData(0, 0, width, height).data;
    return { width, height, data: new Uint32Array(data?.buffer ?? new ArrayBuffer(0)) };
  }

  const apart = (a: number, b: number) =>
    Math.max(
      Math.abs((a & 255) - (b & 255)),
      Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
      Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)),
    );
  /** How many points have each colour, the commonest first. Counted by runs: most points are as the one before. */
  function count(data: Uint32Array): [number, number][] {
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; ) {
      const colour = data[i] ?? 0;
      const start = i;
      while (i < data.length && data[i] === colour) i += 1;
      counts.set(colour, (counts.get(colour) ?? 0) + i - start);
    }
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }
  /** Few colours: the commonest, each other one as the nearest of them. */
  function few(points: Points): Points {
    const counts = count(points.data);
    const kept = counts.filter(([, n], i) => i < COLOURS || n > FLAT * points.data.length).map(([colour]) => colour);
    const nearest = new Map<number, number>();
    for (const [colour] of counts)
      nearest.set(
        colour,
        kept.reduce((best, k) => (apart(k, colour) < apart(best, colour) ? k : best)),
      );
    let [last, as] = [-1, 0];
    const data = points.data.map((colour) => {
      if (colour !== last) [last, as] = [colour, nearest.get(colour) ?? colour];
      return as;
    });
    return { ...points, data };
  }
  const hex = (c: number) => `#${[c, c >> 8, c >> 16].map((v) => (v & 255).toString(16).padStart(2, '0')).join('')}`;

  async function png({ width, height, data }: Points): Promise<string> {
    const canvas = new OffscreenCanvas(width, height);
    canvas
      .getContext('2d')
      ?.putImageData(new ImageData(new Uint8ClampedArray(data.slice().buffer), width, height), 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  }

  async function compare(now: Picture, before: Picture): Promise<Difference> {
    const [a, b] = [few(await read(now)), await read(before)];
    const [ours, theirs] = [count(a.data), count(b.data)];
    const lacks = (these: [number, number][], those: [number, number][], points: number) => {
      const all = new Set(those.map(([colour]) => colour));
      return these.filter(([colour, n]) => n > FLAT * points && !all.has(colour)).map(([colour]) => hex(colour));
    };
    const colours = [...new Set([...lacks(ours, theirs, a.data.length), ...lacks(theirs, ours, b.data.length)])];
    if (a.width !== b.width || Math.abs(a.height - b.height) > ROUNDED)
      return { share: 1, colours, drawn: '', expected: await png(b) };
    // The last line of points may be cut through what ends there: which colour it has is a matter of rounding.
    const common = Math.min(a.data.length, b.data.length) - ROUNDED * a.width;
    const isOther = (colour: number, i: number) =>
      i < common && colour !== b.data[i] && apart(colour, b.data[i] ?? 0) > SHADE;
    let n = 0;
    for (let i = 0; i < common; i++) if (isOther(a.data[i] ?? 0, i)) n += 1;
    if (n === 0 && colours.length === 0) return { share: 0, colours, drawn: '', expected: '' };
    const drawn = a.data.map((colour, i) => (isOther(colour, i) ? 0xff0000ff : (colour & 0x00ffffff) | 0x50000000));
    return {
      share: n / a.data.length,
      colours,
      drawn: await png({ ...a, data: drawn }),
      expected: await png(b),
    };
  }

  /** One sheet of many pictures, one below the other. */
  async function pack(list: Picture[]): Promise<string> {
    const all: Points[] = [];
    for (const picture of list) all.push(few(await read(picture)));
    const width = Math.max(...all.map((p) => p.width));
    const height = all.reduce((sum, p) => sum + p.height, 0);
    const data = new Uint32Array(width * height).fill(0xffffffff);
    let top = 0;
    for (const p of all) {
      for (let y = 0; y < p.height; y++) data.set(p.data.subarray(y * p.width, (y + 1) * p.width), (top + y) * width);
      top += p.height;
    }
    return png({ width, height, data });
  }

  Object.assign(window, { pictures: { compare, pack } });
}

declare global {
  interface Window {
    pictures: {
      compare(now: Picture, before: Picture): Promise<Difference>;
      pack(list: Picture[]): Promise<string>;
    };
    gallery: { apply(switches: object): void };
  }
}
