import type { InputFile } from '../inputFile.ts'
import type { EntityRef, GroupRef, MeetingRef, Option, Options, PersonRef } from '../option.ts'
import { areNumbers, readNumber, readNumbers } from '../text/numbers.ts'
import { showsNothing } from '../text/text.ts'
import type { MovedFrom, TimeReference, TypedMoment } from '../time/day.ts'
import { type Period, unlessBare } from '../time/period.ts'
import { readDayOrLonger } from '../time/phrases/longer.ts'
import { readLengthBeside } from '../time/phrases/newLength.ts'
import { readTypedMoment } from '../time/phrases/typedMoment.ts'
import { readDay } from '../time/typedDay.ts'
import { readZone } from '../time/zones/readZone.ts'
import { atOption } from './atOption.ts'
import { readChoice } from './choice/readChoice.ts'
import { clean } from './clean.ts'
import { entityOf, freeEntity, valueElsewhere } from './listedEntity.ts'
import { readBounded, readFlag, readInteger, readPeriodTyped, readText, withoutStop } from './plainValues.ts'
import { readList, readOne, readSome } from './readList.ts'
import { asRepeated, refuseRhythm } from './trailing/time/recurring.ts'

/**
 * Finds in the store what a name means. Each reader raises `UserError` if it finds nothing, with the nearest known
 * name, or several, with the candidates as choices.
 */
export interface Readers {
  readonly now: Date
  /** The caller's IANA zone. */
  readonly zone: string
  /** Looks all names up together; the function of a name raises if it means nothing. `past`: also entities that have left. */
  entities(names: readonly string[], among?: Pick<Option, 'past'>): Promise<readonly (() => EntityRef)[]>
  person(text: string): Promise<PersonRef>
  groups(names: readonly string[]): Promise<readonly (() => GroupRef)[]>
  meeting(text: string): Promise<MeetingRef>
  section(text: string): Promise<string>
  /**
   * The period of an issue named by its number, `No. 2`, or its kind, `annual`, and with `issues` by its months without a
   * year; undefined for any other text.
   */
  issue(text: string, issues?: Option['issues']): Promise<Period | undefined>
  /** The number of the record that words mean, by the letter of its kind. */
  record(prefix: string, text: string): Promise<number>
  /** A moment named by what it comes before, `1 hour before M1`; undefined for any other text. */
  momentBefore(text: string, here: TimeReference): Promise<TypedMoment | undefined>
  /** The present moment of a record that the caller may move; undefined for any other record. */
  comesAt(prefix: string, id: number): Promise<MovedFrom | undefined>
  /** The file given for an option, not fetched yet; `text` is its name, or what was typed in its place. */
  file(option: string, text: string): InputFile
}

/** The required options that were not typed, in their order. */
export function missing(options: Options, fields: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(options)
    .filter(([name, option]) => option.required && showsNothing(fields[name] ?? ''))
    .map(([name]) => name)
}

/**
 * Reads typed fields into values by option name; options that were not given are absent. A file is an `InputFile`, which
 * is fetched once the caller is known to be allowed. Raises `UserError` with `option` set to the one at fault.
 */
export async function readValues(
  options: Options,
  fields: Readonly<Record<string, string>>,
  readers: Readers,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  // A moment is read in the zone that the same command names, where it names one.
  const named = Object.entries(options).find(([name, option]) => option.kind === 'zone' && fields[name])
  const zone = named ? readAt(named[0], () => readZone(fields[named[0]] ?? '')) : readers.zone
  const here: { now: Date; zone: string; base?: MovedFrom } = { now: readers.now, zone }
  const reading: Reading = { options, fields, readers, zoneNamed: named !== undefined, here, values }
  for (const [name, option] of Object.entries(options)) {
    const typed = fields[name]?.trim()
    if (typed === undefined || showsNothing(typed)) continue
    await readInto(reading, name, option, withoutStop(clean(typed), option)).catch((error: unknown) => {
      throw atOption(error, name)
    })
  }
  return values
}

interface Reading {
  readonly options: Options
  readonly fields: Readonly<Record<string, string>>
  readonly readers: Readers
  /** The command names a zone of its own. */
  readonly zoneNamed: boolean
  /** How moments are read: `base` is the moment that they move, once it is known. */
  readonly here: { readonly now: Date; readonly zone: string; base?: MovedFrom }
  readonly values: Record<string, unknown>
}

/** Reads the text of one option into its value, or into that of the option that takes such a text instead. */
async function readInto(reading: Reading, name: string, option: Option, text: string): Promise<void> {
  const { options, fields, readers, here, values } = reading
  if (option.kind === 'meeting') {
    const meeting = await readers.meeting(text)
    const zone = reading.zoneNamed ? here.zone : meeting.zone
    here.base ??= { at: meeting.startsAt, zone, minutes: meeting.minutes }
    values[name] = meeting
    return
  }
  const free = option.kind === 'text' ? freeEntity(options, fields, name, text) : undefined
  const entity = await entityOf(text, free, readers.entities)
  if (free !== undefined && entity) {
    values[free] = entity
    return
  }
  const value = await readValue(name, option, text, readers, here).catch(async (error: unknown) => {
    const other = await valueElsewhere(options, fields, [name, text], readers)
    if (!other) throw asRepeated(error, fields[option.repeats ?? ''])
    values[other[0]] = other[1]
  })
  if (value === undefined) return
  values[name] = value
  // The end of a meeting that is moved as well is read beside its new beginning.
  if (option.kind === 'moment' && option.moves && here.base)
    here.base = { ...here.base, at: (value as TypedMoment).at }
  if (option.kind !== 'record' || typeof value !== 'number' || !movesMoment(options, fields)) return
  const base = await readers.comesAt(option.prefix ?? '', value)
  if (base) here.base = base
}

/** Whether one of the typed moments moves that of a record, and so is read beside it. */
function movesMoment(options: Options, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(options).some(([name, { moves }]) => moves === true && fields[name] !== undefined)
}

function readAt<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw atOption(error, name)
  }
}

async function readValue(
  name: string,
  option: Option,
  text: string,
  readers: Readers,
  { base, ...here }: TimeReference,
): Promise<unknown> {
  switch (option.kind) {
    case 'text':
      readText(text, option.max ?? 4000)
      option.check?.(text, here)
      return text
    case 'integer':
      return readInteger(text, option)
    case 'record':
      return readRecord(text, option, readers)
    case 'choice':
      return readChoice(text, option)
    case 'flag':
      return readFlag(text)
    case 'entity':
      return readOne(text, 'entity', (names) => readers.entities(names, option))
    case 'entities':
      return readList(text, readers.entities)
    case 'person':
      return readers.person(text)
    case 'group':
      return readOne(text, 'working group', readers.groups)
    case 'groups':
      return readSome(text, 'working group', readers.groups)
    case 'meeting':
      return readers.meeting(text)
    case 'moment':
      refuseRhythm(text, option)
      return (
        (option.fromNow ? await readers.momentBefore(text, here) : undefined) ??
        readTypedMoment(text, option, { ...here, ahead: option.ahead ?? false }, base)
      )
    case 'day':
      return option.longer ? readDayOrLonger(text, here) : readDay(text, here, option.edge)
    case 'period':
      return (
        (await readers.issue(unlessBare(text, option), option.issues)) ?? readPeriodTyped(text, here, option)
      )
    case 'duration':
      return readBounded(readLengthBeside(text, option.moves ? base : undefined), text, option, 'minutes')
    case 'section':
      return readers.section(text)
    case 'zone':
      return readZone(text)
    case 'file':
      return readers.file(name, text)
  }
}

async function readRecord(text: string, { prefix = '', several }: Option, { record }: Readers) {
  if (several && areNumbers(text)) return readNumbers(text, prefix)
  const id = readNumber(text, prefix) ?? (await record(prefix, text))
  return several ? [id] : id
}
