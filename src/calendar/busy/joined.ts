export interface BusySpan {
  readonly from: Date
  readonly to: Date
}

/** The parts of spans that lie within a window, in order, what touches or overlaps as one. */
export function joined(spans: readonly BusySpan[], window: BusySpan): readonly BusySpan[] {
  const inside = spans.flatMap(({ from, to }) => {
    const [begin, end] = [Math.max(+from, +window.from), Math.min(+to, +window.to)]
    return begin < end ? [{ from: begin, to: end }] : []
  })
  const found: { from: number; to: number }[] = []
  for (const { from, to } of inside.sort((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
}
