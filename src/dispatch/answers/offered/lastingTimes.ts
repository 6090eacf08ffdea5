import { type Catalog, findCommand } from '../../../core/catalog.ts'
import { orUserError, UserError } from '../../../core/errors.ts'
import type { Answer } from '../../../core/invocation.ts'
import { ownValue } from '../../../core/json.ts'
import type { Button } from '../../../core/message.ts'
import type { Option } from '../../../core/option.ts'
import { dayOf, formatDay, type TimeReference, type TypedMoment } from '../../../core/time/day.ts'
import { readSpan } from '../../../core/time/period.ts'
import { readDayOrLonger } from '../../../core/time/phrases/longer.ts'
import { readTypedMoment } from '../../../core/time/phrases/typedMoment.ts'
import { dayTyped } from '../../../core/time/typedDay.ts'
import { formatMoment } from '../../../core/time/zone.ts'
import { readZone } from '../../../core/time/zones/readZone.ts'
import { afterwards, besideAny } from './lastingMoves.ts'

/** The catalogue, and by whose clock and when it was asked. */
interface Asked {
  readonly services: { readonly features: Catalog }
  readonly trace: { readonly caller?: { readonly zone: string } | null | undefined }
  readonly now: Date
}

/**
 * The answer with buttons that mean tomorrow what they mean now: `tomorrow 15:00`, which somebody typed before they were
 * asked something else, becomes that very day. A choice may be pressed late.
 */
export function withLastingTimes(
  answer: Answer,
  { services: { features: catalog }, trace: { caller }, now }: Asked,
): Answer {
  const here = { now, zone: caller?.zone ?? 'UTC' }
  const blocks = answer.message.blocks.map((one) =>
    one.kind === 'buttons'
      ? { ...one, buttons: one.buttons.map((button) => lasting(button, catalog, here)) }
      : one,
  )
  return { ...answer, message: { ...answer.message, blocks } }
}

function lasting(button: Button, catalog: Catalog, given: TimeReference): Button {
  const options = findCommand(catalog, button.command)?.command.options
  if (!options) return button
  const [zoned = ''] =
    Object.entries(options).find(([name, { kind }]) => kind === 'zone' && button.values[name]) ?? []
  const zone = zoned === '' ? given.zone : orUserError(() => readZone(button.values[zoned] ?? ''))
  if (zone instanceof UserError) return button
  const here = { ...given, zone }
  const values = Object.fromEntries(
    Object.entries(button.values).map(([name, text]) => {
      const option = ownValue(options, name)
      return [name, option ? (lastingText(option, text, here) ?? text) : text]
    }),
  )
  return { ...button, values }
}

/** The text of a value that means the same on any day; undefined where it does so already, or cannot be put otherwise. */
function lastingText(option: Option, text: string, here: TimeReference): string | undefined {
  switch (option.kind) {
    case 'moment':
      return lastingMoment(option, text, here)
    case 'day':
      return option.longer
        ? changing((at) => readDayTyped(text, at), here)
        : changing((at) => dayTyped(text, at, option.edge), here)
    case 'period':
      return changing((at) => {
        const { from, to } = readSpan(text, at, option.ahead === true, option.exact === true)
        return `${from}..${to}`
      }, here)
    case 'text':
      return option.lasting && changing((at) => option.lasting?.(text, at), here)
    case 'integer':
    case 'choice':
    case 'flag':
    case 'entity':
    case 'entities':
    case 'person':
    case 'group':
    case 'groups':
    case 'meeting':
    case 'record':
    case 'duration':
    case 'section':
    case 'zone':
    case 'file':
      return undefined
  }
}

/** A new last day; undefined for how much later it is. */
function readDayTyped(text: string, at: TimeReference): string | undefined {
  const read = readDayOrLonger(text, at)
  return typeof read === 'string' ? read : undefined
}

/** What is read now, where it is read otherwise a day or a week later, as `tomorrow` and `Friday` are. */
function changing<T>(read: (at: TimeReference) => T | undefined, here: TimeReference): T | undefined {
  const [now, ...others] = [here, ...afterwards(here)].map((at) => orUserError(() => read(at)))
  if (now === undefined || now instanceof UserError) return undefined
  return others.every((later) => later === now) ? undefined : now
}

/**
 * What is moved keeps its own hour or day where the text names none, so that such a text names the day, or the week or
 * month, in which that is.
 */
function lastingMoment(option: Option, text: string, here: TimeReference): string | undefined {
  if (option.deadline) {
    const day = orUserError(() => dayTyped(text, here, 'due'))
    if (typeof day === 'string') return changing((at) => dayTyped(text, at, 'due'), here)
  }
  const read = (at: TimeReference, base?: TimeReference['base'], typed = text) =>
    orUserError(() => readTypedMoment(typed, option, { ...at, ahead: option.ahead ?? false }, base))
  const moved = option.moves ? besideAny(text, here, read) : undefined
  if (moved !== undefined) return moved
  const now = read(here)
  if (now instanceof UserError)
    return option.moves ? undefined : bareDay(text, now, (typed) => read(here, undefined, typed), here)
  const isSame = (other: TypedMoment | UserError) =>
    !(other instanceof UserError) && other.at.getTime() === now.at.getTime()
  if (afterwards(here).every((at) => isSame(read(at)))) return undefined
  if (option.moves && !isSame(read(here, { at: new Date(0), zone: here.zone }))) return undefined
  if (!isPlain(now)) return dated(text, now, (typed) => read(here, undefined, typed))
  return `${formatMoment(now.at, now.zone)}${now.minutes === undefined ? '' : ` for ${now.minutes} minutes`}`
}

/** A day that lacks its hour, for which is asked later; undefined where another would be asked about. */
function bareDay(
  text: string,
  { choices }: UserError,
  read: (text: string) => TypedMoment | UserError,
  here: TimeReference,
): string | undefined {
  const day = changing((at) => dayTyped(text, at), here)
  const asked = day === undefined ? undefined : read(day)
  const isAlike =
    asked instanceof UserError &&
    choices.length > 0 &&
    choices.every(({ label }, at) => asked.choices[at]?.label === label)
  return isAlike ? day : undefined
}

/** `tomorrow`, `this` morning and `tonight`, of which the day alone changes and the rest says how the hour is read. */
const dayWords = /(?<!\p{L})(?:tomorrow|today|this(?= (?:morning|afternoon|evening)))(?!\p{L})/iu

/** A moment of which something is to be said, with its day by name; undefined where that would be read otherwise. */
function dated(
  text: string,
  now: TypedMoment,
  read: (text: string) => TypedMoment | UserError,
): string | undefined {
  if (!dayWords.test(text)) return undefined
  const named = text.replace(dayWords, formatDay(dayOf(now.at, now.zone)))
  const again = read(named)
  const isAlike = !(again instanceof UserError) && again.at.getTime() === now.at.getTime()
  return isAlike && again.note === now.note ? named : undefined
}

/** Whether a moment is no more than its day and its hour: nothing is to be said of how it was read. */
function isPlain({ nth, second, skippedMinutes, before, note }: TypedMoment): boolean {
  return [nth, second, skippedMinutes, before, note].every((one) => one === undefined)
}
