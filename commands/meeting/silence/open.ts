import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import { openSilence } from '../../../db/meetings/silence/silences.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { command } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { refuseClosed } from '../plan/openGroups.ts'
import { circulated } from './circulated.ts'
import { checkDeadline, deadline, lastingDeadline } from './deadline.ts'
import { endsFor } from './endsFor.ts'

export const openSilenceCommand = command({
  group: 'silence',
  name: 'open',
  about: 'Circulate a text, adopted unless an entity objects in time',
  options: {
    text: required(option.text({ about: 'The text to be adopted', max: 3000, multiline: true })),
    wg: required(option.group({ about: 'The working group that adopts it', onlyLed: true })),
    until: required(
      option.text({
        about: '5 working days of all members; or a day',
        max: 80,
        check: checkDeadline,
        lasting: lastingDeadline,
      }),
    ),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  makes: 'each time',
  mayAsk: true,
  examples: ['/meeting silence open "The work plan for 2027" wg:ETCIP until:"5 working days"'],
  async run(context, { text, wg, until }) {
    const { db, now, zone, caller } = context
    await refuseClosed(context, [wg], context.today)
    const { at: closesAt, note } = await deadline(context, wg.id, until)
    if (closesAt <= now)
      throw new UserError('That moment has passed; silence needs some time.', { option: 'until' })
    const people = await expectedInvitees(db, [wg.id], dayOf(now, zone))
    const question = await askWhereMany(context, people, {
      what: rich`Circulate this to ${counted(people.length, 'person', 'people')} of ${wg.acronym}, to be adopted unless an entity objects by ${moment(closesAt, zone)}?`,
      more: [
        block.text(text),
        note === undefined ? undefined : block.text(note),
        ...(await endsFor(context, people, closesAt)),
      ],
      neededBy: closesAt,
      yes: 'Circulate it',
      values: { until: closesAt.toISOString() },
    })
    if (question) return question
    const id = await openSilence(
      db,
      { groupId: wg.id, body: text, closesAt, zone, openedBy: caller.personId },
      now,
    )
    context.about(`silence:${id}`)
    const sent = { id, body: text, groupAcronym: wg.acronym, closesAt }
    context.notify(
      people.map(({ personId, zone: reader }) => ({
        key: `silence:${id}:${personId}`,
        personId,
        kind: 'silence',
        subject: `silence:${id}`,
        message: circulated(sent, reader),
        uselessAfter: closesAt,
      })),
    )
    context.notify(
      (await roomsOf(db, [wg.id])).map((room) => ({
        key: `silence:${id}:${room.platform}:${room.tenant}:${room.channel}`,
        room,
        kind: 'silence',
        subject: `silence:${id}`,
        message: circulated(sent, zone),
        uselessAfter: closesAt,
      })),
    )
    return message(
      rich`Circulated S${id} to ${counted(people.length, 'person', 'people')} of ${wg.acronym}. It is adopted unless an entity objects by ${moment(closesAt, zone)}.`,
      note === undefined ? undefined : block.text(note),
      block.text(
        'It cannot be taken back, since it proves what was circulated. An objection ends it, and you can circulate another text.',
      ),
      block.buttons(button('Who was told', 'meeting silence list', { silence: `S${id}` }), {
        ...button('Break the silence', 'meeting silence break', { silence: `S${id}` }, 'danger'),
        ask: true,
      }),
    )
  },
})
