import xterm from '@xterm/headless';

/** Size of a character, in SVG units. */
const CELL = { width: 8.4, height: 18, font: 14 };
const MARGIN = 16;

// The colours of a dark terminal.
const BACKGROUND = '#1e1e2e';
const FOREGROUND = '#cdd6f4';
const PALETTE = [
  ...['#45475a', '#f38ba8', '#a6e3a1', '#f9e2af', '#89b4fa', '#f5c2e7', '#94e2d5', '#bac2de'],
  ...['#585b70', '#f38ba8', '#a6e3a1', '#f9e2af', '#89b4fa', '#f5c2e7', '#94e2d5', '#a6adc8'],
];

/** Consecutive characters of the same style. */
interface Run {
  readonly column: number;
  text: string;
  columns: number;
  readonly style: string;
}

/** An SVG picture of a terminal to which `raw` was written. */
export async function terminalSvg(raw: string, columns: number, title: string): Promise<string> {
  const terminal = new xterm.Terminal({ cols: columns, rows: 200, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(raw, resolve));
  const lines = linesOf(terminal);
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const height = lines.length * CELL.height + 2 * MARGIN;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace" font-size="${CELL.font}" xml:space="preserve">`,
    ...lines.flatMap((line, row) => line.map((run) => textOf(run, row))),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function linesOf({ buffer, cols }: xterm.Terminal): Run[][] {
  const { active } = buffer;
  const lines = Array.from({ length: active.length }, (_, row) => runsOf(active, row, cols));
  const last = lines.findLastIndex((runs) => runs.length > 0);
  return lines.slice(0, last + 1);
}

function runsOf(buffer: xterm.IBuffer, row: number, columns: number): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = buffer.getLine(row)?.getCell(column);
    const text = cell?.getChars() ?? '';
    // The terminal gives the second cell of a wide character a width of 0.
    if (cell === undefined || text.trim() === '' || cell.getWidth() === 0) continue;
    const style = styleOf(cell);
    const run = runs.at(-1);
    // Each wide character is its own run, so that its width in a font cannot shift what follows.
    const joins = run?.style === style && run.column + run.columns === column;
    if (run !== undefined && joins && cell.getWidth() === 1 && run.text.length === run.columns) {
      run.text += text;
      run.columns += 1;
    } else {
      runs.push({ column, text, columns: cell.getWidth(), style });
    }
  }
  return runs;
}

function styleOf(cell: xterm.IBufferCell): string {
  const colour = cell.isFgPalette() ? PALETTE[cell.getFgColor()] : undefined;
  return [
    `fill="${colour ?? FOREGROUND}"`,
    ...(cell.isBold() ? ['font-weight="bold"'] : []),
    ...(cell.isDim() ? ['opacity="0.6"'] : []),
    ...(cell.isStrikethrough() ? ['text-decoration="line-through"'] : []),
  ].join(' ');
}

function textOf({ column, text, columns, style }: Run, row: number): string {
  const x = (MARGIN + column * CELL.width).toFixed(1);
  const y = MARGIN + row * CELL.height + CELL.font;
  const length = (columns * CELL.width).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" ${style}>${escaped(text)}</text>`;
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
