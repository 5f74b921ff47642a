import type { Face as FaceData, Person } from '../../../quiz/model.ts';

/** From light to deep. */
const skins = ['#fbdcc6', '#f2c5a2', '#dba67c', '#b97d54', '#8f5c3d', '#704833'];

const hairColours: Record<FaceData['colour'], string> = {
  black: '#1f1a1c',
  brown: '#5d3c28',
  auburn: '#96482c',
  fair: '#d6a957',
  grey: '#8d9498',
  white: '#f4f2ec',
  plum: '#7a3e63',
  sand: '#d8bf94',
};

/** Clothes, and a pale ground of the same hue behind the head. */
const clothes: Record<FaceData['clothes'], readonly [string, string]> = {
  teal: ['#0b5d66', '#bfe0df'],
  plum: ['#7a3e63', '#ecd3e1'],
  navy: ['#39477f', '#cfd6ef'],
  rust: ['#a8482a', '#f7d3c0'],
  moss: ['#4f6b3a', '#d5e3c3'],
  ochre: ['#b97f1f', '#f6e3b6'],
  slate: ['#475460', '#d3dce2'],
};

const cap = 'M29 40c-3-16 7-24 19-24s22 8 19 24c-2-9-5-12-8-13-6-2-16-2-22 0-3 1-6 4-8 13z';
const swept = 'M29 42C23 22 34 13 50 14c14 0 21 11 17 28-2-7-4-11-7-14-8 3-19 2-25-2-3 4-5 9-6 16z';

/** Behind the head, and before it. */
const hairs: Record<FaceData['hair'], readonly [string, string]> = {
  bald: ['', ''],
  receding: ['', 'M30 48c-5-8-3-20 3-23 0 7-1 15-3 23zM66 48c5-8 3-20-3-23 0 7 1 15 3 23z'],
  crop: ['', cap],
  short: ['', swept],
  curls: [
    '',
    'M28 46a9 9 0 0 1-3-16 10 10 0 0 1 12-15 12 12 0 0 1 22 0 10 10 0 0 1 12 15 9 9 0 0 1-3 16c-1-10-6-16-12-18-6 3-12 3-18 0-5 3-9 8-10 18z',
  ],
  bob: [
    'M23 62C17 32 28 13 48 13S79 32 73 62c-4 4-46 4-50 0z',
    'M29 40c0-14 8-21 19-21s19 7 19 21c-6-3-10-7-12-11-6 7-16 11-26 11z',
  ],
  long: [
    'M22 82C18 48 18 12 48 12s30 36 26 70c-8 3-44 3-52 0z',
    'M29 44c-1-16 5-25 19-25S68 28 67 44c-3-11-10-18-19-20-9 2-16 9-19 20z',
  ],
  bun: ['M47 21a10 10 0 1 1 2 0z', cap],
  tail: ['M62 22c17 2 18 22 14 42-6 2-10-1-10-6 3-12 2-22-6-26z', swept],
  scarf: [
    'M20 80C20 48 19 13 48 13S76 48 76 80c-8 8-48 8-56 0z',
    'M48 66c-12 0-18-9-18-24 0-13 6-19 18-19s18 6 18 19c0 15-6 24-18 24zm0 16c18 0 26-12 25-38C72 22 62 16 48 16s-24 6-25 28C22 70 30 82 48 82z',
  ],
};

/**
 * The drawn face of a person, from their entry in the content; never from a name. For the eye alone: who it is and what
 * they say stands beside it. `troubled`: what happens goes against them, which their words say as well.
 */
export function Face({ of, troubled }: { readonly of: Person; readonly troubled?: boolean | undefined }) {
  const { skin, hair, colour, clothes: worn, wears = [] } = of.face;
  const [cloth, ground] = clothes[worn];
  const [back, front] = hairs[hair];
  const tone = skins[skin - 1];
  const shapes = [
    [ground, 'M0 0h96v96H0z'],
    [tone, 'M31 49a5 5 0 0 1 0-10M65 49a5 5 0 0 0 0-10'],
    [hairColours[colour], back],
    [cloth, 'M8 96c2-18 16-25 32-26h16c16 1 30 8 32 26z'],
    [tone, 'M40 56h16v14q-8 9-16 0z'],
    [tone, 'M30 40a18 23 0 0 0 36 0a18 19 0 0 0-36 0z'],
    [
      hairColours[colour],
      wears.includes('beard') ? 'M29 40c-1 19 7 28 19 28s19-9 19-28c-1 10-4 17-8 18-4 2-17 2-21 0-4-1-7-8-8-18z' : '',
    ],
    [hairColours[colour], front],
  ];
  return (
    <svg className="face" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      {shapes.map(([fill, d]) => (d ? <path key={d} fill={fill} fillRule="evenodd" d={d} /> : null))}
      <g fill="none" stroke="#1d1412" strokeWidth="3" strokeLinecap="round">
        <path d="M40 42v2M56 42v2" strokeWidth="5" />
        <path d={troubled ? 'M34 36q4-1 8-5M62 36q-4-1-8-5' : 'M36 34q4-3 8 0M52 34q4-3 8 0'} />
        <path d={troubled ? 'M42 57q6-5 12 0' : 'M42 55q6 4 13 0'} />
        {wears.includes('glasses') ? (
          <path strokeWidth="2.4" d="M47 42a7 7 0 1 1-14 0 7 7 0 1 1 14 0q1-2 2 0a7 7 0 1 1 14 0 7 7 0 1 1-14 0" />
        ) : null}
      </g>
    </svg>
  );
}
