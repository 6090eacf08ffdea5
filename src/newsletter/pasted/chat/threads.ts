import type { Aside } from '../aside.ts'

const before = /^(?:🧵 ?)?\(?(\d{1,2})\/(\d{1,2})?\)?[.:)]? +(?=["“«]?\p{Lu})/u
const behind = / \(?(\d{1,2})\/(\d{1,2})\)?(?: ?🧵)?$/u
/** A lone first message: what it counts with is no share of anything before an acronym. */
const first = /^(?:🧵 ?)?\(?1\/(\d{1,2})?\)?[.:)]? +(?=\p{Lu}{3})/u

const announced = /^(?:a )?(?:short |new )?thread ?(?:[🧵👇⬇:.…]|\ufe0f){0,4}$/iu

interface Counted {
  readonly at: number
  readonly text: string
  readonly counter: string
  readonly count: number
  readonly of: number | undefined
}

/** Lines without the counters of a thread, `1/3 … 2/3 … 3/3`, and those. Each message ends its sentence. */
export function withoutCounters(lines: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const counted = lines.flatMap((line, at) => countedLine(line, at) ?? [])
  const [one, ...others] = counted
  if (one === undefined) return { lines, asides: [] }
  const isThread =
    others.length > 0
      ? counted.every(({ count }, at) => count === at + 1) && isOneCount(counted)
      : first.test(lines[one.at]?.trim() ?? '') && (one.of ?? 0) > 1
  if (!isThread) return { lines, asides: [] }
  const bare = new Map(counted.map(({ at, text }) => [at, text]))
  return {
    lines: lines.map((line, at) => {
      const text = bare.get(at)
      return text === undefined ? line : others.length > 0 && /[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text
    }),
    asides: counted.map(({ counter }) => ({ kind: 'chat', text: counter })),
  }
}

/** Whether all that say of how many they are say the same, and one does: lists are counted `1/`, `2/` as well. */
function isOneCount(counted: readonly Counted[]): boolean {
  const totals = new Set(counted.flatMap(({ of }) => of ?? []))
  const [total = 0] = totals
  return totals.size === 1 && total >= counted.length
}

function countedLine(line: string, at: number): Counted | undefined {
  const text = line.trim()
  const start = before.exec(text.slice(0, 24))
  const end = start ? undefined : behind.exec(text.slice(-14))
  const found = start ?? end
  if (!found) return undefined
  const told = start ? text.slice(start[0].length) : text.slice(0, -(end?.[0].length ?? 0))
  // `A thread 🧵 (1/4)` says nothing else.
  const rest = announced.test(told.trim()) ? '' : told
  return {
    at,
    text: rest.trim(),
    counter: rest === '' ? text : found[0].trim(),
    count: Number(found[1]),
    of: found[2] === undefined ? undefined : Number(found[2]),
  }
}
