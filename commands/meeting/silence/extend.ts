import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import { lockSilence, type Silence, setSilenceEnd } from '../../../db/meetings/silence/silences.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { asShift } from '../../../src/core/time/phrases/typedMoment.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { type Context, command, found } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { circulated } from './circulated.ts'
import { deadline } from './deadline.ts'
import { endsFor } from './endsFor.ts'

export const extendSilenceCommand = command({
  group: 'silence',
  name: 'extend',
  about: 'Give more time to object; all are told',
  options: {
    silence: required(option.record({ about: 'S1', prefix: 'S' })),
    until: required(option.text({ about: 'A later day, or “by 2 days”', max: 80 })),
  },
  access: anyone,
  onlyFor: 'chairs of the group',
  audience: 'room',
  changes: true,
  mayAsk: true,
  asksWhen: 'before many are told',
  examples: ['/meeting silence extend S1 until:"Friday 18:00"'],
  async run(context, { silence: id, until }) {
    const { db, now, zone, caller } = context
    const silence = found(await lockSilence(db, id), `silence procedure S${id}`)
    if (!leads(caller, silence.groupId))
      throw new UserError(`Only those who lead ${silence.groupAcronym} and the secretariat extend S${id}.`)
    if (silence.status !== 'open' || silence.closesAt <= now)
      throw new UserError(`S${id} is over, so it cannot be extended; nothing was changed.`)
    const { at: closesAt, note } = await newEnd(context, silence, until)
    if (closesAt <= silence.closesAt)
      throw new UserError(
        `S${id} runs until ${formatMoment(silence.closesAt, zone)} already, and is not made shorter; nothing was changed.`,
        { option: 'until' },
      )
    const people = await expectedInvitees(db, [silence.groupId], dayOf(now, silence.zone))
    const question = await askWhereMany(context, people, {
      what: rich`Extend S${id} in ${silence.groupAcronym} until ${moment(closesAt, zone)}, and tell ${counted(people.length, 'person', 'people')}? Now it runs until ${moment(silence.closesAt, zone)}.`,
      more: [
        block.text(silence.body),
        note === undefined ? undefined : block.text(note),
        ...(await endsFor(context, people, closesAt)),
      ],
      neededBy: closesAt,
      yes: 'Extend it',
      values: { until: closesAt.toISOString() },
    })
    if (question) return question
    await setSilenceEnd(db, id, closesAt)
    context.about(`silence:${id}`)
    await tellOf(context, { ...silence, closesAt }, silence.closesAt)
    return message(
      rich`S${id} runs until ${moment(closesAt, zone)}; it was ${moment(silence.closesAt, zone)}. ${counted(people.length, 'person is', 'people are')} told.`,
      note === undefined ? undefined : block.text(note),
      block.text('It cannot be taken back, since everybody is told.'),
      block.buttons(button('Who was told', 'meeting silence list', { silence: `S${id}` })),
    )
  },
})

/** A later end as it was typed; `by 2 days` counts from the end that is set. Raises `UserError`. */
async function newEnd(
  context: Context,
  { groupId, closesAt, zone: own }: Silence,
  until: string,
): Promise<{ readonly at: Date; readonly note?: string }> {
  const { now, zone } = context
  const [, length] = /^(?:by )(.+)$|^(.+) (?:longer|more|later)$/i.exec(until.trim())?.filter(Boolean) ?? []
  if (length === undefined) return deadline(context, groupId, until)
  return readMoment(asShift(`by ${length}`), { now, zone, base: { at: closesAt, zone: own } })
}

/** Tells everybody who has the text, and its rooms, that there is longer to object. */
async function tellOf({ db, now, zone, notify }: Context, silence: Silence, before: Date): Promise<void> {
  const { id, groupId, closesAt } = silence
  const told = { kind: 'silence', subject: `silence:${id}`, uselessAfter: closesAt }
  const key = `silence-extended:${id}:${closesAt.getTime()}`
  const people = await expectedInvitees(db, [groupId], dayOf(now, silence.zone))
  notify(
    people.map(({ personId, zone: reader }) => ({
      ...told,
      personId,
      key: `${key}:${personId}`,
      message: circulated(silence, reader, before),
    })),
  )
  notify(
    (await roomsOf(db, [groupId])).map((room) => ({
      ...told,
      room,
      key: `${key}:${room.platform}:${room.tenant}:${room.channel}`,
      message: circulated(silence, zone, before),
    })),
  )
}
