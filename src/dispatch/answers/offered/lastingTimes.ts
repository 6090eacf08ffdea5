import { type Catalog, findCommand } from '../../../core/catalog.ts'
import { orUserError, UserError } from '../../../core/errors.ts'
import type { Answer } from '../../../core/invocation.ts'
import { ownValue } from '../../../core/json.ts'
import type { Button } from '../../../core/message.ts'
import type { Option } from '../../../core/option.ts'
import type { TimeReference, TypedMoment } from '../../../core/time/day.ts'
import { readPeriod } from '../../../core/time/period.ts'
import { readTypedMoment } from '../../../core/time/phrases/typedMoment.ts'
import { dayTyped } from '../../../core/time/typedDay.ts'
import { formatMoment } from '../../../core/time/zone.ts'
import { readZone } from '../../../core/time/zones/readZone.ts'
import type { Run } from '../../run.ts'

const dayMs = 86_400_000

/**
 * The answer with buttons that mean tomorrow what they mean now: `tomorrow 15:00`, which somebody typed before they were
 * asked something else, becomes that very day. A choice may be pressed late.
 */
export function withLastingTimes(
  answer: Answer,
  { services: { features: catalog }, trace: { caller }, now }: Run,
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
      return option.longer ? undefined : changing((at) => dayTyped(text, at, option.edge), here)
    case 'period':
      return changing((at) => {
        const { from, to } = readPeriod(text, at, option.ahead === true)
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

/** What is read now, where it is read otherwise a day later. */
function changing<T>(read: (at: TimeReference) => T | undefined, here: TimeReference): T | undefined {
  const [now, later] = [here, tomorrow(here)].map((at) => orUserError(() => read(at)))
  return now === undefined || now instanceof UserError || now === later ? undefined : now
}

function tomorrow(here: TimeReference): TimeReference {
  return { ...here, now: new Date(here.now.getTime() + dayMs) }
}

/** What is moved keeps its own hour or day where the text names none; such a text stays as it is. */
function lastingMoment(option: Option, text: string, here: TimeReference): string | undefined {
  if (option.deadline) {
    const day = orUserError(() => dayTyped(text, here, 'due'))
    if (typeof day === 'string') return changing((at) => dayTyped(text, at, 'due'), here)
  }
  const read = (at: TimeReference, base?: TimeReference['base']) =>
    orUserError(() => readTypedMoment(text, option, { ...at, ahead: option.ahead ?? false }, base))
  const now = read(here)
  if (now instanceof UserError || !isPlain(now)) return undefined
  const later = read(tomorrow(here))
  if (!(later instanceof UserError) && later.at.getTime() === now.at.getTime()) return undefined
  const beside = option.moves ? read(here, { at: new Date(0), zone: here.zone }) : now
  if (beside instanceof UserError || beside.at.getTime() !== now.at.getTime()) return undefined
  return `${formatMoment(now.at, now.zone)}${now.minutes === undefined ? '' : ` for ${now.minutes} minutes`}`
}

/** Whether a moment is no more than its day and its hour: nothing is to be said of how it was read. */
function isPlain({ nth, second, skippedMinutes, before, note }: TypedMoment): boolean {
  return [nth, second, skippedMinutes, before, note].every((one) => one === undefined)
}
