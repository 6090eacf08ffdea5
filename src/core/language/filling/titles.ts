import { fold } from '../../text/nearest.ts'
import { stemOf } from '../gist/vocabulary.ts'
import type { Word } from './words.ts'

/** Something that is called by the words of a title. */
export interface Titled<T> {
  readonly title: string
  readonly value: T
}

/** The words of a line that name something by its title. */
export interface TitleFound<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** Words that stand in too many titles to mean one. */
const common = new Set(
  'meeting meetings the and for with from group working update updates item items action actions this that next last who what when are has have his her our your their new draft not all will can about into out over more than send add put move make show tell give take list compact united nations section issue newsletter agenda minute minutes hour day week month year date point reminder library'
    .split(' ')
    .map(stemOf),
)

/** Whether a word may stand for the title in which it is. */
export function mayBeOfTitle({ folded }: Word): boolean {
  return folded.length > 3 && !/\p{Nd}/u.test(folded) && !common.has(stemOf(folded))
}

/** What the words of a line name by its title: the one that has most of them, where no other has as many. */
export function titleIn<T>(
  words: readonly Word[],
  all: readonly Titled<T>[],
  taken: ReadonlySet<number>,
): TitleFound<T> | undefined {
  const stems = words.map((word, at) =>
    mayBeOfTitle(word) && !taken.has(at) ? stemOf(word.folded) : undefined,
  )
  const found = all.map(({ title, value }) => {
    const own = new Set(
      fold(title)
        .split(/[^\p{L}\p{Nd}]+/u)
        .map(stemOf),
    )
    const at = stems.flatMap((stem, index) => (stem !== undefined && own.has(stem) ? [index] : []))
    return { value, at: inARow(at) }
  })
  const longest = Math.max(0, ...found.map(({ at }) => at.length))
  const best = found.filter(({ at }) => at.length === longest)
  const [only] = best
  const [from, to] = [only?.at[0], only?.at.at(-1)]
  if (longest === 0 || !only || best.length > 1 || from === undefined || to === undefined) return undefined
  return { value: only.value, from, to: to + 1 }
}

/** The longest part of some places in which no more than two others stand between two of them. */
function inARow(places: readonly number[]): readonly number[] {
  const rows: number[][] = []
  for (const place of places) {
    const row = rows.at(-1)
    if (row && place - (row.at(-1) ?? 0) <= 2) row.push(place)
    else rows.push([place])
  }
  return rows.toSorted((one, other) => other.length - one.length)[0] ?? []
}
