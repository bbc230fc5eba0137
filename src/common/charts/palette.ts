import { CAUSES } from '../causes.ts';

/**
 * One colour per meaning, light and dark. The two offices' colours are told apart by colour-blind readers, and in grey print by the shape
 * of their points; causes are steps of one scale from dark to light.
 */
const COLOURS = {
  paper: ['#fffefb', '#15171a'],
  ink: ['#1c1e22', '#eceae4'],
  quiet: ['#62666d', '#a3a7ad'],
  rule: ['#dcdad3', '#383c42'],
  land: ['#efede6', '#22262b'],
  space: ['#e2dfd4', '#2d3238'],
  loaded: ['#d3cfc0', '#3a4149'],
  border: ['#fffefb', '#15171a'],
  united: ['#16181c', '#f6f4ee'],
  origin: ['#b85000', '#f0954a'],
  destination: ['#0a68a8', '#62b5f0'],
  modelled: ['#75539c', '#bda0e0'],
} as const;

export type Colour = keyof typeof COLOURS;

/** The ends and the middle of the scale of causes: dark violet, rose, sand. */
const CAUSE_SCALE = [
  [0x4a, 0x24, 0x66],
  [0xb0, 0x4a, 0x74],
  [0xf2, 0xcf, 0xa0],
] as const;

/** A colour of the page as a paint; a picture that stands alone shows the light one. */
export function paint(colour: Colour): string {
  return `var(--${colour}, ${COLOURS[colour][0]})`;
}

/** The step of the scale that a cause has in every chart. */
export function causePaint(cause: (typeof CAUSES)[number]): string {
  return scaleAt(CAUSES.indexOf(cause) / (CAUSES.length - 1));
}

/** The page's colours as CSS custom properties. */
export function colourProperties(scheme: 'light' | 'dark'): string {
  const column = scheme === 'light' ? 0 : 1;
  return Object.entries(COLOURS)
    .map(([name, values]) => `--${name}: ${values[column]};`)
    .join(' ');
}

function scaleAt(share: number): string {
  const position = share * (CAUSE_SCALE.length - 1);
  const index = Math.min(Math.floor(position), CAUSE_SCALE.length - 2);
  const [low = [], high = []] = CAUSE_SCALE.slice(index, index + 2);
  const channels = low.map((value, channel) => Math.round(value + ((high[channel] ?? 0) - value) * (position - index)));
  return `#${channels.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}
