import { entityOfPerson } from '../../../db/directory/people.ts'
import { addHandover, handOver } from '../../../db/directory/transfers/handover.ts'
import { type HandoverLoad, type HandoverOrder, loadOf } from '../../../db/directory/transfers/load.ts'
import type { Successor } from '../../../db/directory/transfers/transferTerms.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { NothingGiven, UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, type PersonRef } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found, type Question } from '../../define.ts'
import { withTermNotices } from '../../wg/told/changeTerms.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { revertButton } from '../edit/answer.ts'
import { recorderOf } from '../edit/recorderOf.ts'
import { mayLookAfter, refuseOfHigher } from '../edit/rights.ts'
import { type NamedHanded, readHanded, readHandoverInOne } from './handed.ts'
import { handoverNotices } from './handoverNotices.ts'
import { callOff, orderedAhead } from './orderedAhead.ts'
import { refuseEmpty } from './refuseEmpty.ts'
import { refuseOrdered } from './refuseOrdered.ts'
import { groupsOf, type TakeOver, takeOverWords } from './takeOver.ts'

const leadingRoles = ['chair', 'co-chair', 'vice-chair'] as const

export const handover = command({
  name: 'handover',
  about: 'Hand over all that a person has in hand, or one role, in one step',
  options: {
    what: option.text({ about: 'A person, or a group and “chair”', max: 200, names: ['person', 'group'] }),
    to: option.person({ about: 'The successor' }),
    wg: option.group({ about: 'Of which group a role is handed over, instead of naming it above' }),
    role: option.choice({ about: 'Which role of that group; chair by default', choices: leadingRoles }),
    on: option.day({ about: 'The first day of the successor; today by default' }),
    reminders: option.choice({
      about: 'Whether waiting reminders go too; yes by default',
      choices: ['yes', 'no'],
    }),
    source: option.text({ about: 'Its source: a letter, a decision', max: 200 }),
    withdraw: option.integer({ about: 'The order that is called off', min: 1, onlyPressed: true }),
  },
  access: coordinator,
  onlyFor:
    'coordinators of the entity, and the secretariat; it alone hands over for whoever holds a role in a group that the coordinator has not, or is of the secretariat',
  changes: true,
  mayAsk: true,
  examples: [
    '/directory handover focal.who@compact.example to:focal.iom@compact.example',
    '/directory handover wg:ETCIP role:chair to:focal.who@compact.example on:2027-01-01',
  ],
  async run(context, { what: typed, to: named, wg, role, on: day, reminders = 'yes', source, withdraw }) {
    if (withdraw !== undefined) return callOff(context, withdraw)
    const { db, caller, now, today } = context
    const said =
      named === undefined && typed !== undefined ? await readHandoverInOne(context, typed) : undefined
    const what = said?.what ?? typed
    const to = said?.to ?? named
    const on = day ?? said?.on ?? today
    const handed = await meant(context, what, wg, role)
    if (to === undefined) {
      const given = { ...(what && { what }), ...(wg && { wg: wg.acronym }), ...(role && { role }) }
      throw new UserError(`Who takes over? Name the successor with to:. Nothing was changed.`, {
        option: 'to',
        buttons: [{ ...button('Name the successor', 'directory handover', given), ask: true }],
      })
    }
    const successor = await successorOf(context, to, handed)
    if (on < today) {
      throw new UserError(
        'A handover takes place today or on a day ahead; correct past terms with /wg appoint.',
        { option: 'on' },
      )
    }
    const order = {
      handed,
      to: successor,
      on,
      // What somebody wrote for themselves alone is not a coordinator's to give away.
      withReminders:
        reminders === 'yes' &&
        (caller.isSecretariat || (handed.kind === 'person' && handed.id === caller.personId)),
    }
    const load = await loadOf(db, order, now)
    refuseEmpty(load, handed, successor)
    await refuseOrdered(db, order)
    const ordered = { order, load, words: await takeOverWords(db, handed, handed.label, load) }
    return context.confirmed ? carryOut(context, ordered, source) : questionOf(ordered, said?.what)
  },
})

/** A handover that may be carried out, and what it takes over in words. */
interface Ordered {
  readonly order: HandoverOrder & { readonly handed: NamedHanded; readonly to: Successor }
  readonly load: HandoverLoad
  readonly words: TakeOver
}

/** Asks before anything is handed over. */
function questionOf({ order: { to, on }, words }: Ordered, what: string | undefined): Question {
  return {
    kind: 'question',
    message: message(
      rich`On ${formatDay(on)} ${to.name} would take over ${words.phrase}${words.lines.length > 0 ? ':' : '.'}`,
      listOf(words),
      block.text(
        'The rights and rooms of a role go with it. Whom it concerns is told, and it can be taken back. Nothing has been changed yet.',
      ),
    ),
    yes: 'Hand over',
    values: { to: `P${to.id}`, on, ...(what === undefined ? {} : { what }) },
  }
}

/** Hands over today, or puts it down for the day that was named. */
async function carryOut(
  context: Context,
  { order, load, words }: Ordered,
  source: string | undefined,
): Promise<Message> {
  const { db, caller, now, today, zone } = context
  const { to, on } = order
  const id = await addHandover(db, order, { by: caller.personId, zone, now })
  context.about(`person:${to.id}`)
  if (on > today) return orderedAhead(context, id, { order, load, words })
  const heard = [to.id, load.from, caller.personId]
  const { made, notices, names } = await withTermNotices(
    { db, today, by: caller.name, heard },
    groupsOf(load),
    () => handOver(db, id, order, recorderOf(context, source)),
  )
  context.notify([...handoverNotices({ id, ...order, from: load.from, words, ahead: false }), ...notices])
  return message(
    rich`${to.name} has taken over ${words.phrase}.${load.from === null ? '' : ' Both are told.'}`,
    listOf(words),
    toldLine(load.from === null ? [to.name, ...names] : names),
    block.buttons(revertButton(made.change)),
  )
}

function listOf({ lines }: TakeOver): Block | undefined {
  return lines.length > 0 ? block.list(lines) : undefined
}

/** What is handed over, however it was said. Raises `UserError` where nothing was, or two things. */
async function meant(
  context: Context,
  what: string | undefined,
  wg: { readonly id: number; readonly acronym: string } | undefined,
  role: (typeof leadingRoles)[number] | undefined,
): Promise<NamedHanded> {
  if (wg === undefined) {
    const typed = what !== undefined && role !== undefined ? `${what} ${role}` : what
    if (typed !== undefined) return readHanded(context, typed)
    throw new NothingGiven(
      'Say what is handed over: a person, or a role with wg: and role: (/directory handover wg:… role:chair to:…).',
      { option: role === undefined ? 'what' : 'wg' },
    )
  }
  if (what !== undefined) {
    throw new UserError('Say either what: or wg:, not both. Nothing was changed.', { option: 'what' })
  }
  const held = role ?? 'chair'
  return { kind: 'role', groupId: wg.id, role: held, label: `${held} of ${wg.acronym}` }
}

/** Whoever takes over. Raises `UserError` for one who cannot, or to whom the caller may not hand this over. */
async function successorOf(
  context: Context,
  { id }: Pick<PersonRef, 'id'>,
  handed: NamedHanded,
): Promise<Successor> {
  const { db, caller, today } = context
  const successor = found(await personCard(db, id, today, viewerOf(caller, today)), 'such person')
  await refuseOthers(context, handed, successor)
  const { name, entityId, retiredOn } = successor
  if (entityId === null || retiredOn !== null) {
    throw new UserError(
      `${name} ${retiredOn === null ? 'represents no entity' : 'is retired'}, and can take nothing over. Nothing was changed.`,
      { option: 'to' },
    )
  }
  return { id, name, entityId }
}

/** The secretariat hands anything over, a coordinator only among the people of their own entity. */
async function refuseOthers(
  context: Context,
  handed: NamedHanded,
  to: { readonly entityId: number | null },
): Promise<void> {
  const { db, caller } = context
  if (caller.isSecretariat) return
  if (handed.kind === 'role') {
    throw new UserError('Only the secretariat hands over a role of a working group. Nothing was changed.')
  }
  mayLookAfter(caller, [await entityOfPerson(db, handed.id), to.entityId])
  await refuseOfHigher(context, handed.id)
}
