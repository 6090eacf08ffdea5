import { UserError } from '../../core/errors.ts'
import { fold } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import type { TimeReference as At } from '../../core/time/day.ts'
import { readZone } from '../../core/time/zones/readZone.ts'
import { readEmail } from '../email.ts'
import { isFormula, undefused } from '../formula.ts'
import { readLanguages } from '../languageNames.ts'
import { type ChoiceField, choiceWords } from './choiceWords.ts'
import type { DateOrder } from './dates/dateOrder.ts'
import { listedDay } from './dates/listedDay.ts'
import { personName } from './names/personName.ts'
import type { RecordKind } from './recordKind.ts'
import { roleNamed, seatNamed } from './roleWords.ts'

export type FieldValue = string | readonly string[] | number | boolean | null

type Here = At & {
  /** Whether a cell that begins a formula is one: it is a mistake then. */
  readonly mayRun: boolean
  /** How the sheet writes dates in numbers, where that is known. */
  readonly dates?: DateOrder | undefined
}

/** Reads a cell as its field has it. Raises `UserError` with what is wrong with it. */
export function readField(kind: RecordKind, field: string, cell: string, here: Here): FieldValue {
  if (cell.length > 1_000) throw new UserError(`It has ${cell.length} characters; at most 1,000 are taken.`)
  const text = undefused(cell)
  if (here.mayRun && text === cell && isFormula(cell)) {
    throw new UserError(`“${shorten(cell)}” looks like a formula. Give the text itself.`)
  }
  switch (`${kind}.${field}`) {
    case 'person.email':
    case 'role.person':
      return readEmail(text)
    case 'person.name':
    case 'role.holder':
      return personName(text)
    case 'person.timezone':
      return readZone(text)
    case 'entity.joined':
    case 'person.since':
    case 'person.until':
    case 'role.from':
    case 'role.to':
      return listedDay(text, here, here.dates)
    case 'entity.aliases':
    case 'entity.parts':
    case 'group.aliases':
    case 'group.subjects':
      return namesOf(text)
    case 'person.languages':
      return readLanguages(text)
    case 'entity.kind':
      return oneOf(text, 'entity.kind')
    case 'entity.type':
      return oneOf(text, 'entity.type')
    case 'group.number':
      return readNumber(text)
    case 'group.pillar':
      return oneOf(text.replace(/^(?:pillar|pilier|pilar) /i, ''), 'group.pillar')
    case 'group.openToAll':
    case 'person.coordinator':
    case 'person.secretariat':
      return oneOf(text, 'group.openToAll') === 'yes'
    case 'role.role':
      return readRole(text)
    default:
      return text
  }
}

function readRole(text: string): string {
  // What becomes of a seat depends on the entity.
  const seat = seatNamed(text)
  if (seat !== undefined) return `${seat} seat`
  const role = roleNamed(text)
  if (role !== undefined) return role
  throw new UserError(
    `“${shorten(text)}” is not a role: give chair, co-chair, vice-chair, member, observer, principal or alternate.`,
  )
}

function oneOf(text: string, field: ChoiceField): string {
  const { words, listed: line } = choiceWords[field]
  const found = words.get(fold(text))
  if (found !== undefined) return found
  throw new UserError(`“${shorten(text)}” is not a choice here: give ${line}.`)
}

function readNumber(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new UserError(`“${shorten(text)}” is not a number.`)
}

function namesOf(text: string): readonly string[] {
  const parts = text.split(text.includes(';') ? ';' : ',').map((name) => name.trim())
  return [...new Set(parts.filter((name) => name !== ''))]
}
