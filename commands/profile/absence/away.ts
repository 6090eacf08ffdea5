import { type Absence, absencesOf, addAbsence, removeAbsence } from '../../../db/directory/hours/away.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Refusal } from '../../../src/core/feature/feature.ts'
import { type Button, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, type PersonRef } from '../../../src/core/option.ts'
import { formatPeriod, type Period } from '../../../src/core/time/period.ts'
import { type Context, command, refusal } from '../../define.ts'
import { refuseAlternate, tellAlternate, tellAlternates } from './alternates.ts'
import { setEnd } from './ends.ts'

const mostButtons = 10

/** The number of the caller's only absence, or of the one that holds today; undefined where there is none, or several. */
async function absenceOver(
  { db, caller, today }: Context,
  over: 'none' | 'back',
): Promise<number | undefined> {
  const ahead = await absencesOf(db, caller.personId, today)
  const [only, ...others] = over === 'back' ? ahead.filter(({ from }) => from <= today) : ahead
  return others.length === 0 ? only?.id : undefined
}

export const away = command({
  name: 'away',
  about: 'Days when you are away, for duties and meeting times; your entity and the secretariat see them',
  heading: 'Absences',
  options: {
    days: option.period({
      exact: true,
      ahead: true,
      about: 'Which days, e.g. 20 Dec - 5 Jan or tomorrow; leave out to list yours',
    }),
    alternate: option.person({ about: 'A colleague of your entity who is asked in your place' }),
    back: option.record({ about: 'A1: take this absence back', prefix: 'A' }),
    none: option.choice({
      about: 'Takes your only absence back, or with “back” today’s; “ends”: days is its new last day',
      choices: ['none', 'back', 'ends'],
      also: { none: ['not away', 'nothing', 'off', 'cancel'], back: ["i'm back"] },
      trailing: true,
      inForms: false,
    }),
  },
  access: anyone,
  changes: true,
  examples: [
    '/profile away',
    '/profile away "20 Dec - 5 Jan"',
    '/profile away "20 Dec - 5 Jan" alternate:alternate.iom@compact.example',
  ],
  async run(context, { days, alternate, back: named, none }) {
    if (none === 'ends') return setEnd(context, days, named)
    const back = named ?? (none === undefined ? undefined : await absenceOver(context, none))
    if (back !== undefined) return takeBack(context, back)
    if (days === undefined && alternate !== undefined)
      throw new UserError('Also say on which days you are away, such as “20 Dec - 5 Jan”.', {
        option: 'days',
      })
    return days === undefined ? listAhead(context) : add(context, days, alternate)
  },
})

async function takeBack(context: Context, back: number): Promise<Message> {
  const { db, caller } = context
  const removed = await removeAbsence(db, caller.personId, back)
  if (!removed) throw new UserError(`You have no absence A${back}.`, { option: 'back' })
  context.about(`person:${caller.personId}`)
  if (removed.alternateId !== null) {
    const over = rich`${caller.name} is not away ${formatPeriod(removed)}, so you are asked nothing in their place.`
    tellAlternate(context, removed.alternateId, `over:A${back}`, message(over))
  }
  return message(
    `You are not away ${formatPeriod(removed)} any more.`,
    block.buttons(
      button('Undo: away again', 'profile away', {
        days: `${removed.from}..${removed.to}`,
        ...(removed.alternateId === null ? {} : { alternate: `P${removed.alternateId}` }),
      }),
    ),
  )
}

async function listAhead({ db, caller, today }: Context): Promise<Message> {
  const found = await absencesOf(db, caller.personId, today)
  if (found.length === 0)
    return message(
      'You have no absence ahead. Say for instance: /profile away "20 Dec - 5 Jan"',
      block.buttons(sayWhen('Say when')),
    )
  return message(
    'You are away:',
    block.list(
      found.map(
        (one) =>
          `A${one.id} ${formatPeriod(one)}${one.alternate === null ? '' : `, ${one.alternate} in your place`}`,
      ),
    ),
    block.buttons(
      ...found
        .slice(0, mostButtons)
        .map(({ id }) => button(`Take A${id} back`, 'profile away', { back: `A${id}` })),
      sayWhen('Away again'),
    ),
  )
}

/** Adds an absence; one of the same days stays, and gets the alternate that is named now. */
async function add(
  context: Context,
  days: Period,
  alternate: PersonRef | undefined,
): Promise<Message | Refusal> {
  const { db, caller, today } = context
  if (days.to < today)
    throw new UserError(`${formatPeriod(days)} has passed. Give days that are still ahead.`, {
      option: 'days',
    })
  if (alternate) await refuseAlternate(context, alternate)
  const later = await absencesOf(db, caller.personId, days.from)
  const before = later.find(({ from, to }) => from === days.from && to === days.to)
  const around = later.find(({ from, to }) => from <= days.from && to >= days.to)
  if (around && !before && (alternate === undefined || alternate.id === around.alternateId))
    return refusal(
      `You are away ${formatPeriod(around)} already (A${around.id}), and ${formatPeriod(days)} lies within that. Nothing was changed.`,
      button(`Take A${around.id} back`, 'profile away', { back: `A${around.id}` }),
    )
  const { id, alternateId } = await addAbsence(db, caller.personId, {
    ...days,
    alternateId: alternate?.id ?? null,
  })
  // Days that stand already, with the same alternate, are no change.
  const isSame = before !== undefined && before.alternateId === alternateId
  if (!isSame) context.about(`person:${caller.personId}`)
  if (alternate && before?.alternateId !== alternate.id)
    tellAlternates(context, { id, days, alternate, before: before?.alternateId })
  const instead = alternate?.name ?? (alternateId === null ? undefined : before?.alternate)
  return message(
    `You are away ${formatPeriod(days)} (A${id})${isSame ? ' already; nothing was changed' : ''}. Meetings stay as they are; new times are sought around it.`,
    block.text(
      instead
        ? `What you would be asked to do is asked of ${instead} on these days. Reminders of meetings, and those you set, still come to you.`
        : 'What you would be asked to do waits until you are back. Should a colleague be asked instead? Say alternate: and their name.',
    ),
    block.buttons(takenBack(id, before, alternateId)),
  )
}

function sayWhen(label: string): Button {
  return { ...button(label, 'profile away'), ask: true }
}

/** An absence that existed before gets its former alternate back, and is not removed. */
function takenBack(id: number, before: Absence | undefined, alternateId: number | null): Button {
  if (before === undefined) return button('Undo: take it back', 'profile away', { back: `A${id}` })
  if (before.alternateId === null || before.alternateId === alternateId)
    return button(`Take A${id} back`, 'profile away', { back: `A${id}` })
  const days = `${before.from}..${before.to}`
  return button(`Undo: ${before.alternate} again`, 'profile away', {
    days,
    alternate: `P${before.alternateId}`,
  })
}
