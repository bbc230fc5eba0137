export const LINE_HEIGHT = 14;
const LETTER = 6.7;

/** A text in lines that fit a width in pixels, broken between words. */
export function wrapText(text: string, width: number): string {
  const most = Math.floor(width / LETTER);
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}
