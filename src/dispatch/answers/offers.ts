import { allKnownGroups } from '../../../db/directory/groups.ts'
import { updatesMeant, updatesNumbered } from '../../../db/newsletter/updatesMeant.ts'
import { recordsNamed } from '../../../db/records/named.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Choice, UserError } from '../../core/errors.ts'
import { type Caller, hasRole, leads } from '../../core/feature/caller.ts'
import { readValues } from '../../core/language/readValues.ts'
import type { Button } from '../../core/message.ts'
import type { Option, Options } from '../../core/option.ts'
import { shorten } from '../../core/text/text.ts'
import { daysAfter } from '../../suggest/daysAfter.ts'
import { meetingsOffered, whyNone } from '../../suggest/meetings.ts'
import { plannedSections } from '../../suggest/plannedSections.ts'
import { sectionChoices } from '../../suggest/sections.ts'
import { zoneChoices } from '../../suggest/zones.ts'
import { seatedEntities } from './offered/seated.ts'
import { isForAll, type Trial, unrefused, withoutOption } from './offered/unrefused.ts'
import { openTo, whyNotOpen } from './openTo.ts'

/** The most records that are offered, the most that are tried out for that, and the most choices of other kinds. */
const most = 9
const mostTried = 25
const mostListed = 25

interface OpenOption extends Trial {
  readonly kept: Readonly<Record<string, string>>
  /** The options still wanted. */
  readonly lacking: readonly string[]
  readonly caller: Caller | null
}

interface Offers {
  readonly buttons: readonly Button[]
  /** Why there is nothing to choose from. */
  readonly why: string | undefined
}

const noOffers: Offers = { buttons: [], why: undefined }

/**
 * The likely values of the one option still wanted, each as a button of the command, without those that it would refuse;
 * none if several options are wanted. Raises `UserError` for what is refused whichever is chosen.
 */
export async function offers(db: Db, { lacking, caller, ...asked }: OpenOption): Promise<Offers> {
  const { command, words, kept, readers, context } = asked
  const { options, access } = command
  const [name, ...others] = lacking
  const option = name === undefined ? undefined : options[name]
  if (name === undefined || !option || !caller) return noOffers
  // What was given stands beside whatever is wanted yet, and is refused now rather than at every press.
  await readGiven(options, kept, readers, true)
  if (others.length > 0) return noOffers
  const period = option.follows === undefined ? undefined : kept[option.follows]
  const all =
    period !== undefined
      ? daysAfter(period, { now: context.now, zone: caller.zone })
      : option.seatIn === undefined
        ? await choicesOf(db, option, caller, context.now)
        : await seatedEntities(options, option.seatIn, kept, asked)
  if (all.length > 0) await readGiven(options, kept, readers, false)
  const choices = await openTo({ options, access }, caller, all, { name, readers })
  const shown = choices.slice(0, mostListed)
  const enough = option.kind === 'record' || option.kind === 'meeting' ? most : mostListed
  // Of meetings in the one state that an option takes, each is answered by what can be done there.
  const isTried = whyNone(option) === undefined
  const { open, refusals } = isTried
    ? await unrefused(shown, (value) => ({ ...kept, [name]: value }), { ...asked, enough })
    : { open: shown.slice(0, enough).map((choice) => ({ ...choice, ask: false })), refusals: [] }
  const buttons = open.map(({ label, value, ask }) => ({
    ...{ label, command: words, values: { ...kept, [name]: value } },
    ...(ask && { ask }),
  }))
  if (buttons.length > 0) return { buttons, why: undefined }
  const [refused] = refusals
  if (refused && isForAll(refusals)) throw withoutOption(refused, name)
  return {
    buttons,
    why: refused
      ? noneOf(refusals, shown[0]?.label ?? '', refused)
      : option.onlyOpen
        ? 'None that you may see is open.'
        : all.length > 0
          ? whyNotOpen(access, option)
          : whyNone(option),
  }
}

/** Why none is offered; of several, that of the first, which it names. */
function noneOf(refusals: readonly unknown[], first: string, { message }: UserError): string {
  return refusals.length === 1
    ? `I can offer none: ${message}`
    : `I tried ${refusals.length} and can offer none. The first, ${first}: ${message}`
}

/** What is looked up in the store: where nothing can be offered, words may still belong to what is wanted. */
const named: ReadonlySet<Option['kind']> = new Set(['entity', 'entities', 'group', 'groups', 'person', 'meeting', 'record', 'period', 'section']) // biome-ignore format: a table

/** Raises `UserError` for what was given and cannot be read, `isAlone` only for what needs no look-up; what moves a meeting is read once that is named. */
async function readGiven(
  options: Options,
  kept: OpenOption['kept'],
  readers: Trial['readers'],
  isAlone: boolean,
): Promise<void> {
  const given = Object.entries(options).filter(
    ([name, { kind, moves }]) =>
      kept[name] !== undefined && kind !== 'file' && !moves && !(isAlone && named.has(kind)),
  )
  await readValues(Object.fromEntries(given), kept, readers)
}

async function choicesOf(db: Db, option: Option, caller: Caller, now: Date): Promise<readonly Choice[]> {
  switch (option.kind) {
    case 'group':
    case 'groups': {
      // Those that one leads come first, then those that one belongs to.
      const place = ({ id }: { readonly id: number }) => (leads(caller, id) ? 0 : hasRole(caller, id) ? 1 : 2)
      const groups = [...(await allKnownGroups(db))].sort((one, other) => place(one) - place(other))
      const led = option.onlyLed && !caller.isSecretariat ? groups.filter((one) => place(one) === 0) : []
      return (led.length > 0 ? led : groups).map(({ acronym }) => ({ label: acronym, value: acronym }))
    }
    case 'meeting': {
      const offered = await meetingsOffered(db, option, caller, { now, limit: mostTried })
      return offered.map(({ id, title }) => ({ label: `M${id} ${shorten(title)}`, value: `M${id}` }))
    }
    case 'record':
      return option.prefix === 'U'
        ? updateChoices(db, caller, '', mostTried)
        : recordChoices(db, option.prefix ?? '', caller)
    case 'text':
    case 'integer':
    case 'choice':
      return (option.offered ?? option.choices ?? []).map((choice) => ({ label: choice, value: choice }))
    case 'section':
      return sectionChoices('', await plannedSections(db))
    case 'zone':
      return zoneChoices('', caller.zone, now)
    case 'entity':
    case 'entities':
      return caller.entityAcronym === null
        ? []
        : [{ label: caller.entityAcronym, value: caller.entityAcronym }]
    case 'flag':
    case 'person':
    case 'moment':
    case 'day':
    case 'period':
    case 'duration':
    case 'file':
      return []
  }
}

/** The latest records of a kind that the caller may see, as many as are tried out. */
async function recordChoices(db: Db, prefix: string, caller: Caller): Promise<readonly Choice[]> {
  const latest = await recordsNamed(db, prefix, caller, { words: '', limit: mostTried })
  return latest.map(({ id, title }) => ({
    label: `${prefix}${id} ${shorten(title)}`,
    value: `${prefix}${id}`,
  }))
}

/** The caller's own updates, or for the secretariat all, that hold the words; the latest first. */
export async function updateChoices(
  db: Db,
  caller: Caller,
  words: string,
  limit = most,
): Promise<readonly Choice[]> {
  const { personId, isSecretariat } = caller
  const found = await updatesMeant(db, { personId: isSecretariat ? null : personId, words, limit })
  return found.map(({ id, text }) => ({ label: `U${id} ${shorten(text)}`, value: `U${id}` }))
}

/** The updates of some numbers, as choices, without those that the caller may not change. */
export async function updatesAsChoices(
  db: Db,
  { personId, isSecretariat }: Caller,
  ids: readonly number[],
): Promise<readonly Choice[]> {
  if (ids.length === 0) return []
  const found = await updatesNumbered(db, { personId: isSecretariat ? null : personId, ids })
  return found.map(({ id, text }) => ({ label: `U${id} ${shorten(text)}`, value: `U${id}` }))
}
