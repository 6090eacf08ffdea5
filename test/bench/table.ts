/** One line of the table. Without a target it is there for comparison alone. */
export interface Line {
  readonly what: string
  readonly measured: string
  readonly value: number
  readonly target?: { readonly at: number; readonly better: 'more' | 'less'; readonly unit?: string }
}

/** A line whose figure is a number with its unit behind it. */
export function line(what: string, value: number, unit: string, target?: Line['target']): Line {
  return { what, value, measured: shown(value, unit), ...(target ? { target: { unit, ...target } } : {}) }
}

/** The lines as a table of text, with target and verdict. */
export function formatTable(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'target', ''],
    ...lines.map(({ what, measured, value, target }) => [
      what,
      measured,
      target ? `${target.better === 'less' ? '≤' : '≥'} ${shown(target.at, target.unit ?? '')}` : '',
      target ? verdict(value, target) : '',
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function verdict(value: number, { at, better }: NonNullable<Line['target']>): string {
  return (better === 'less' ? value <= at : value >= at) ? 'ok' : 'missed'
}

function shown(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
}
