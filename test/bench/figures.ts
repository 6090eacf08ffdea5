/** The smallest value that `share` (0 to 1) of the values do not exceed; raises an error when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('no values were measured')
  return found
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Milliseconds that something took, and what it gave. */
export async function timed<T>(act: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const from = performance.now()
  const value = await act()
  return { ms: performance.now() - from, value }
}
