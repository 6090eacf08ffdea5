import { type Absence, absencesOf, moveEnd } from '../../../db/directory/hours/away.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { formatPeriod, type Period } from '../../../src/core/time/period.ts'
import type { Context } from '../../define.ts'
import { tellAlternate } from './alternates.ts'

/** Gives an absence another last day: the one that is named, holds today or is the only one. */
export async function setEnd(
  context: Context,
  days: Period | undefined,
  named: number | undefined,
): Promise<Message> {
  const { db, caller } = context
  const absence = await absenceMeant(context, named)
  if (days === undefined)
    throw new UserError(
      `You are away ${formatPeriod(absence)}. Until which day instead? Say for instance “extend my leave until 5 January”.`,
      { option: 'days' },
    )
  const to = days.to
  if (to < absence.from)
    throw new UserError(
      `Your absence begins on ${formatDay(absence.from)}, after ${formatDay(to)}. Nothing was changed.`,
      { option: 'days' },
    )
  if (to === absence.to)
    throw new UserError(`You are away ${formatPeriod(absence)} already. Nothing was changed.`)
  const moved = { ...absence, to }
  if (!(await moveEnd(db, caller.personId, moved)))
    throw new UserError(`You have noted ${formatPeriod(moved)} by itself already. Nothing was changed.`)
  context.about(`person:${caller.personId}`)
  if (absence.alternateId !== null)
    tellAlternate(
      context,
      absence.alternateId,
      `A${absence.id}`,
      message(
        rich`${caller.name} is away ${formatPeriod(moved)} now: what they would be asked to do is asked of you on these days.`,
      ),
    )
  return message(
    `You are away ${formatPeriod(moved)} now (A${absence.id}); it was ${formatPeriod(absence)}.`,
    absence.alternate === null
      ? undefined
      : block.text(`${absence.alternate} is asked in your place on all of these days, and is told.`),
    block.buttons(
      button(`Undo: until ${formatDay(absence.to)}`, 'profile away', {
        days: absence.to,
        back: `A${absence.id}`,
        none: 'ends',
      }),
    ),
  )
}

async function absenceMeant({ db, caller, today }: Context, named: number | undefined): Promise<Absence> {
  const ahead = await absencesOf(db, caller.personId, today)
  const now = ahead.filter(({ from }) => from <= today)
  const [only, ...others] =
    named === undefined ? (now.length > 0 ? now : ahead) : ahead.filter(({ id }) => id === named)
  if (only && others.length === 0) return only
  throw new UserError(
    only
      ? `Which of your absences? ${ahead.map((one) => `A${one.id} ${formatPeriod(one)}`).join('; ')}. Nothing was changed.`
      : 'You have no absence ahead. Say for instance: /profile away "20 Dec - 5 Jan"',
  )
}
