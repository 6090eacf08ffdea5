import { orUserError, UserError } from '../../../src/core/errors.ts'
import type { TimeReference, TypedMoment } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { daysListed, daysThrough } from '../../../src/core/time/phrases/daysListed.ts'
import { hoursListed } from '../../../src/core/time/phrases/hoursListed.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { isClear, isWhole } from '../../../src/meetings/poll/wholeTimes.ts'

const mostSlots = 20

/** What stands between two times beside a comma; `ET` in capitals is a time zone. */
const between = /\s(?:and|or|AND|OR|[&/|+]|et|ou|y|o|und|oder|и|или|و|أو)\s/

/** Whatever may part two times, and the most of it: a time has a few commas and strokes of its own. */
const mayPart = /[;,\n/|&+]|\s(?:and|or|AND|OR|et|ou|y|o|und|oder|e|и|или|و|أو)(?=\s)/g
const mostParts = 5 * mostSlots

/** What parts alternatives, the strongest first: each of them may be several times again. */
const alternatives = [/\s[/|]\s/, /\s(?:or|OR|ou|oder|или|أو)\s/]

/** `for either 1 Dec 10:00 or 2 Dec 11:00` */
const opening = /^\s*(?:for |on )?(?:(?:either|one of|any of)\s)?/i

/** `10:00/14:00` */
const hoursBesides = /(?<=\d[:.h]\d\d)\/(?=\d{1,2}[:.h]\d\d)/g

const example = 'Separate the times by semicolons, each with its day and hour: “12 Dec 14:30; 14 Dec 10:00”.'

/**
 * The times in their order, each once, with what is to be known of them. An hour alone is one of the day named before
 * it, and a day alone has the hour named before it. Raises `UserError` for one that cannot be read or has passed.
 */
export function readSlots(typed: string, now: Date, zone: string): readonly TypedMoment[] {
  if ([...typed.matchAll(mayPart)].length >= mostParts)
    throw new UserError(`Those are too many times; a poll takes ${mostSlots} at most.`, { option: 'slots' })
  const said = hoursListed(typed)
  if (said.kind === 'sure') return readTimes(said.text, now, zone)
  const choices = [said.afternoon, said.morning].filter(
    ({ text }) => !(orUserError(() => readTimes(text, now, zone)) instanceof UserError),
  )
  const [only, ...others] = choices
  if (!only || others.length === 0) return readTimes((only ?? said.afternoon).text, now, zone)
  const [hour] = said.hours
  const [afternoon, morning] = choices.map(({ clocks }) => clocks.split(', ')[0])
  throw new UserError(`“${hour}” may be ${afternoon} or ${morning}. Which one?`, {
    option: 'slots',
    choices: choices.map(({ clocks, text }) => ({ label: clocks, value: text })),
  })
}

/** The times in words that mean the same on any day; undefined where something is to be said of one of them. */
export function lastingSlots(typed: string, now: Date, zone: string): string | undefined {
  const times = readSlots(typed, now, zone)
  if (times.some(({ note, minutes }) => note !== undefined || minutes !== undefined)) return undefined
  return times.map(({ at }) => formatMoment(at, zone)).join('; ')
}

function readTimes(typed: string, now: Date, zone: string): readonly TypedMoment[] {
  const parts: string[] = []
  const read: TypedMoment[] = []
  const lines = typed.replace(opening, '').replace(hoursBesides, ' / ').split(/[;\n]/)
  for (const [at, line] of lines.entries()) {
    const here = baseOn(read, { now, zone, ahead: true })
    const pieces = piecesOf(line, here)
    parts.push(...pieces)
    // `14 or 15 January` has no “14 January” in it.
    const parted = [...lines.slice(0, at), ...pieces, ...lines.slice(at + 1)].join('; ')
    read.push(...inWhole([typed, parted], () => inTurn(pieces, here)))
  }
  const past = read.findIndex(({ at }) => at <= now)
  if (past >= 0)
    throw new UserError(`“${parts[past]}” has passed; a meeting is held ahead.`, { option: 'slots' })
  const times = [...new Map(read.map((one) => [one.at.getTime(), one])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  if (times.length < 2)
    throw new UserError(
      'A poll needs at least two times, separated by semicolons; for a single one, schedule the meeting.',
      { option: 'slots' },
    )
  if (times.length > mostSlots) throw tooMany(times.length)
  return times
}

function tooMany(times: number): UserError {
  return new UserError(`There are ${times} times; a poll takes ${mostSlots} at most.`, { option: 'slots' })
}

/** A line as one time, or split in the first manner in which each piece is a time: at commas, at words, or at both. */
function piecesOf(line: string, here: TimeReference): readonly string[] {
  // `1 and 2 Dec 10:00` is both days at that hour.
  const days = eachDay(line)
  if (days && isRead(days, here)) return trimmed(days)
  for (const sign of alternatives) {
    const apart = partsWhole(line, sign, here)
    if (apart && isRead(apart, here)) return apart
  }
  const byCommas = line.split(',').flatMap((part) => eachDay(part) ?? part)
  const simple = [[line], byCommas].map(trimmed).find((pieces) => isRead(pieces, here))
  if (simple) return simple
  const joined = [[line], byCommas].map((pieces) =>
    pieces.map((piece) => trimmed(` ${piece}`.split(between))),
  )
  const found = joined
    .filter((groups) => groups.every((group) => isClear(group, here)))
    .map((groups) => trimmed(groups.flat()))
    .find((pieces) => isRead(pieces, here))
  return found ?? trimmed(byCommas)
}

/** The times of all alternatives of a line; undefined from the first on that does not begin with a whole time. */
function partsWhole(line: string, sign: RegExp, here: TimeReference): readonly string[] | undefined {
  const parts = line.split(sign)
  if (parts.length === 1) return undefined
  const apart = new Map<string, readonly string[]>()
  for (const part of parts) {
    if (apart.has(part)) continue
    const pieces = piecesOf(part, here)
    if (pieces[0] === undefined || !isWhole(pieces[0], here)) return undefined
    apart.set(part, pieces)
    if (apart.size > mostSlots) throw tooMany(new Set(parts.map((one) => one.trim())).size)
  }
  return parts.flatMap((part) => apart.get(part) ?? [])
}

function isRead(pieces: readonly string[], here: TimeReference): boolean {
  return !(orUserError(() => inTurn(pieces, { ...here, offersNothing: true })) instanceof UserError)
}

function eachDay(text: string): readonly string[] | undefined {
  return daysListed(text) ?? daysThrough(text)
}

function trimmed(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** Each time, read relative to the one before it; what stands twice behind the same one is read once. */
function inTurn(pieces: readonly string[], here: TimeReference): readonly TypedMoment[] {
  const known = new Map<string, TypedMoment>()
  const read: TypedMoment[] = []
  for (const piece of pieces) {
    const base = baseOn(read, here)
    const key = `${base.base?.at.getTime()} ${base.base?.zone} ${piece}`
    const one = known.get(key) ?? readSlot(piece, base)
    known.set(key, one)
    read.push(one)
  }
  return read
}

function baseOn(read: readonly TypedMoment[], here: TimeReference): TimeReference {
  const before = read.at(-1)
  return before ? { ...here, base: before } : here
}

/** One of the times cannot be read; what it may mean is of that one alone. */
class UnreadSlot extends UserError {
  readonly part: string

  constructor(message: string, part: string, choices: UserError['choices']) {
    super(message, { option: 'slots', choices })
    this.part = part
  }
}

/** What one time may mean is offered with the other times around it, in the first of the texts that holds it. */
function inWhole<T>(texts: readonly string[], read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UnreadSlot)) throw error
    const typed = texts.find((text) => text.includes(error.part))
    if (typed === undefined) throw error
    const at = typed.indexOf(error.part)
    const choices = error.choices.map(({ label, value }) => ({
      label,
      value: `${typed.slice(0, at)}${value}${typed.slice(at + error.part.length)}`,
    }))
    throw new UserError(error.message, { option: 'slots', choices })
  }
}

function readSlot(part: string, here: TimeReference): TypedMoment {
  try {
    return readMoment(part, here)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const several = between.test(part) || /\s[/|+–-]\s/.test(part)
    throw new UnreadSlot(several ? `${error.message} ${example}` : error.message, part, error.choices)
  }
}
