import type { FileValue } from './inputFile.ts'
import type { Day, DayOffset, TimeReference, TypedMoment } from './time/day.ts'
import type { Period } from './time/period.ts'
import type { DayReading } from './time/typedDay.ts'

export interface EntityRef {
  readonly id: number
  readonly acronym: string
  readonly name: string
}

export interface PersonRef {
  readonly id: number
  readonly name: string
  readonly email: string | null
}

export type GroupRef = Pick<EntityRef, 'id' | 'acronym' | 'name'>

export interface MeetingRef {
  readonly id: number
  readonly title: string
  /** The working groups that meet, the one that leads first; none for a committee meeting or a briefing. */
  readonly groupIds: readonly number[]
  readonly startsAt: Date
  readonly minutes: number
  /** IANA zone in which it was scheduled. */
  readonly zone: string
  readonly status: 'scheduled' | 'cancelled' | 'held'
}

/** What a value of each kind is once it has been read. `record` is the number of a `U12` or `R3`. */
interface KindValues {
  readonly text: string
  readonly integer: number
  readonly choice: string
  readonly flag: boolean
  readonly entity: EntityRef
  readonly entities: readonly EntityRef[]
  readonly person: PersonRef
  readonly group: GroupRef
  readonly groups: readonly GroupRef[]
  readonly meeting: MeetingRef
  readonly record: number
  readonly moment: TypedMoment
  readonly day: Day
  readonly period: Period
  /** Minutes. */
  readonly duration: number
  /** The key of a newsletter section. */
  readonly section: string
  readonly zone: string
  readonly file: FileValue
}

/**
 * A meeting that need not be named: one that goes on, where no other will do, or also where somebody says that they are
 * `here`; for its chair one that may be opened by now, one that is over and waits for its outcome, or one that was cancelled.
 */
export type ImpliedMeeting = 'under way' | 'only under way' | 'under way if here' | 'about to begin' | 'over' | 'cancelled' // biome-ignore format: a list

export type OptionKind = keyof KindValues

export interface Option<T = unknown, Required extends boolean = boolean> {
  readonly kind: OptionKind
  /** What it means, in at most 100 characters: Discord's description, Slack's label, the form's question. */
  readonly about: string
  readonly required: Required
  readonly choices?: readonly string[]
  /** What else says a choice, folded: `{ no: ['regrets'] }`. */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** The choices that are offered where none was given; all of them by default. */
  readonly offered?: readonly string[]
  /** The option that takes what is none of the choices: `for:ETCIP`. */
  readonly otherwise?: string
  readonly min?: number
  /** The highest number, the most characters of a text, the most bytes of a file. */
  readonly max?: number
  /** Endings of the files that are taken, in lower case and without the dot: `csv`. */
  readonly endings?: readonly string[]
  /** Of a text, what it may name: such are suggested as one types. */
  readonly names?: readonly ('entity' | 'group' | 'person')[]
  /** Raises `UserError` for a text that the command cannot take; `here` is when and in which zone its times are read. */
  readonly check?: (text: string, here: TimeReference) => unknown
  /** Of a text that holds times: the same in words that mean the same on any day. Raises `UserError`. */
  readonly lasting?: (text: string, here: TimeReference) => string | undefined
  readonly fromText?: true // Read from the text of its command where it is not given.
  readonly multiline?: boolean // A form offers several lines.
  /** A day without an hour means its end, as in a deadline. */
  readonly deadline?: boolean
  /** It lies ahead: a period that names no year or month is the next such one, and no hour that has passed is offered. `usually`: a day that has passed may be meant. */
  readonly ahead?: boolean | 'usually'
  /** A new beginning or length of the command's meeting: `30 minutes longer` counts from its own, an hour alone is of its day, a day alone keeps its hour, and `an hour later` counts from its start. */
  readonly moves?: boolean
  /** Days or months from now, `in a month`, mean this time of day, and `1 hour before M1` counts from a meeting; an hour that the clocks skip is moved forward. */
  readonly fromNow?: boolean
  /** The option that takes the repetition of `every Monday 9am`. */
  readonly repeats?: string
  /** Which day a month or a year means; its first one by default. */
  readonly edge?: DayReading
  readonly follows?: string // The option with the period after whose end the day is likely to be.
  readonly longer?: true // A day may be told by how much later it is than before: `+1 week`.
  readonly exact?: true // Of a period whose days are kept: `early March` is asked about.
  /** Months without their year mean an issue of any year, or of a year in which theirs is published. */
  readonly issues?: 'any' | 'published'
  /** The letter before a record's number: `U` for `U12`. */
  readonly prefix?: string
  /** `all` are those who were invited to the command's meeting. */
  readonly ofMeeting?: true
  /** The options that `all` stands for, with what they say. */
  readonly all?: Readonly<Record<string, string>>
  readonly several?: true
  /** The meeting that is meant where none is named, if there is just one such. */
  readonly implied?: ImpliedMeeting
  /** Where none is named, the only one of the caller’s that is open, or that they lead, is meant. */
  readonly onlyOpen?: true
  readonly onlyLed?: true
  /** May stand as the last word, without its name: `rsvp M3 yes`. */
  readonly trailing?: boolean
  /** The option with the working group in which the entity holds a role. */
  readonly seatIn?: string
  /** May name an entity that has left the directory. */
  readonly past?: true
  /** The command, and its option, that does to a working group what this one does to an entity. */
  readonly ofGroup?: readonly [command: string, option: string]
  /** No form asks for it: a button gives it, or a typed line. */
  readonly inForms?: false
  /** A button alone gives it: no form, no menu and no help names it. */
  readonly onlyPressed?: true
  readonly value?: T // Keeps the type of the value; never set.
}

export type Options = Readonly<Record<string, Option>>

/** The handler's arguments, typed from the options: required ones are there, others may be undefined. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T, infer R>
    ? R extends true
      ? T
      : T | undefined
    : never
}

type Spec = Pick<Option, 'about' | 'inForms' | 'onlyPressed'>
type TextDetail = 'prefix' | 'names' | 'check' | 'lasting' | 'max' | 'multiline'

export const option = {
  /** At most `max` characters, 4,000 by default; one that may name records by their numbers has their `prefix`. */
  text: (spec: Spec & Pick<Option, TextDetail>) => make('text', { max: 4000, ...spec }),
  integer: (spec: Spec & Pick<Option, 'min' | 'max'>) => make('integer', spec),
  choice: <const C extends readonly string[]>(
    spec: Spec & { readonly choices: C; readonly offered?: readonly C[number][] } & Pick<
        Option,
        'trailing' | 'also' | 'otherwise'
      >,
  ): Option<C[number], false> => ({ kind: 'choice', required: false, ...spec }),
  flag: (spec: Spec) => make('flag', spec),
  entity: (spec: Spec & Pick<Option, 'past' | 'ofGroup' | 'seatIn'>) => make('entity', spec),
  entities: (spec: Spec & Pick<Option, 'all' | 'ofMeeting' | 'fromText'>) => make('entities', spec),
  person: (spec: Spec) => make('person', spec),
  group: (spec: Spec & Pick<Option, 'onlyLed'>) => make('group', spec),
  groups: (spec: Spec & Pick<Option, 'all' | 'onlyLed'>) => make('groups', spec),
  meeting: (spec: Spec & { readonly implied?: ImpliedMeeting }) => make('meeting', spec),
  record: (spec: Spec & Pick<Option, 'onlyOpen'> & { readonly prefix: string }) => make('record', spec),
  moment: (spec: Spec & Pick<Option, 'deadline' | 'moves' | 'fromNow' | 'ahead' | 'repeats'>) =>
    make('moment', spec),
  /** One or several records by their numbers, `U1, U2`, each once and in order. */
  records: (
    spec: Spec & Pick<Option, 'all'> & { readonly prefix: string },
  ): Option<readonly number[], false> => ({ ...spec, kind: 'record', several: true, required: false }),
  day: (spec: Spec) => make('day', spec),
  lastDay: (spec: Spec) => make('day', { ...spec, edge: 'last' }),
  /** The day by which something is to be done; without a year the next such one. */
  dueDay: (spec: Spec & Pick<Option, 'follows'>) => make('day', { ...spec, edge: 'due' }),
  /** The day on which something that comes again ends; without a year the next such one, however far ahead. */
  endDay: (spec: Spec) => make('day', { ...spec, edge: 'end' }),
  dueDayOrLonger: (spec: Spec): Option<Day | DayOffset, false> => ({
    ...{ kind: 'day', edge: 'due', longer: true, required: false },
    ...spec,
  }),
  period: (spec: Spec & Pick<Option, 'ahead' | 'issues' | 'exact'>) => make('period', spec),
  duration: (spec: Spec & Pick<Option, 'moves' | 'min' | 'max'>) => make('duration', spec),
  section: (spec: Spec) => make('section', spec),
  zone: (spec: Spec) => make('zone', spec),
  /** At most `max` bytes, 5,000,000 by default. */
  file: (spec: Spec & Pick<Option, 'max'> & { readonly endings: readonly string[] }) =>
    make('file', { max: 5_000_000, ...spec }),
} as const

/** The same option, without which the command asks for it. */
export function required<T>(wanted: Option<T, false>): Option<T, true> {
  return { ...wanted, required: true }
}

function make<K extends OptionKind>(
  kind: K,
  spec: Omit<Option, 'kind' | 'required' | 'value'>,
): Option<KindValues[K], false> {
  return { ...spec, kind, required: false }
}
