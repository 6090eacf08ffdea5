import { percentile, timed } from './figures.ts'
import { atMost } from './served.ts'
import { type Line, line } from './table.ts'

/** The milliseconds of each act, one after the other; the first `warmUp` are not counted. */
export async function timesOf(acts: readonly (() => Promise<unknown>)[], warmUp: number): Promise<number[]> {
  const all: number[] = []
  for (const act of acts) all.push((await timed(act)).ms)
  return all.slice(warmUp)
}

/** One percentile of such times, against a target where there is one. */
export function percentileLine(name: string, ms: readonly number[], share: number, most?: number): Line {
  return line(`${name}: p${share * 100}`, percentile(ms, share), 'ms', atMost(most))
}
