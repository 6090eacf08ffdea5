import { takePiece } from '../../core/text/text.ts'

/** How a platform measures and cuts what a line is made of. */
interface Cutting<Run> {
  /** The most that one part holds. */
  readonly room: number
  readonly weigh: (run: Run) => number
  /** The text of a run that may be cut; undefined for one that may not, such as a moment. */
  readonly textOf: (run: Run) => string | undefined
  readonly withText: (run: Run, text: string) => Run
  /** A run that is better moved to the next part than cut, such as a link. */
  readonly keepsWhole?: (run: Run) => boolean
  /** Kept free where a text is cut, since its last sign may need an escape there. */
  readonly spare?: number
}

/** Breaks a line into parts that each have room, between words where one ends; at least one part, which may be empty. */
export function splitLine<Run>(line: readonly Run[], cutting: Cutting<Run>): readonly (readonly Run[])[] {
  const { room, weigh, textOf, withText, keepsWhole = () => false } = cutting
  const parts: Run[][] = [[]]
  let left = room
  const next = () => {
    if (parts.at(-1)?.length) parts.push([])
    left = room
  }
  const add = (run: Run) => {
    parts.at(-1)?.push(run)
    left -= weigh(run)
  }
  for (const run of line) {
    const text = textOf(run)
    if (weigh(run) > left && (text === undefined || keepsWhole(run))) next()
    if (weigh(run) <= left || text === undefined) {
      add(run)
      continue
    }
    for (let rest = text; rest !== ''; ) {
      const whole = withText(run, rest)
      const [piece, after] = takePiece(
        rest,
        unitsWithin(whole, rest, left, cutting),
        unitsWithin(whole, rest, room, cutting),
      )
      if (piece !== '') add(withText(run, piece))
      if (after !== '') next()
      rest = after
    }
  }
  return parts
}

/** How many UTF-16 units of a run’s text have room. */
function unitsWithin<Run>(
  run: Run,
  text: string,
  room: number,
  { weigh, withText, spare = 0 }: Cutting<Run>,
): number {
  const safe = room - spare
  let low = 0
  let high = Math.max(0, Math.min(text.length, safe))
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (weigh(withText(run, text.slice(0, middle))) <= safe) low = middle
    else high = middle - 1
  }
  return low
}
