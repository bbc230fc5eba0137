import type { ChartRows } from './chart.tsx';

const PNG_SCALE = 2;

export function saveSvg(svg: string, name: string): void {
  save(new Blob([standalone(svg)], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** The picture at twice its size, on paper of the page's colour. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = colour('--paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob(blob => blob && save(blob, `${name}.png`));
}

export function saveCsv(rows: ChartRows, name: string): void {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  save(new Blob([`${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv' }), `${name}.csv`);
}

/** Outside the page its colours are not known: they are written into the picture. */
function standalone(svg: string): string {
  return svg.replace(
    /var\((--[\w-]+), ([^)]+)\)/g,
    (_whole, name: string, fallback: string) => colour(name) || fallback,
  );
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
