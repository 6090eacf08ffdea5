import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import { breakSilence, lockSilence } from '../../../db/meetings/silence/silences.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { command, found } from '../../define.ts'
import { questionTo } from '../../records/askWhereMany.ts'
import { called } from './circulated.ts'

const over = { broken: 'broken', adopted: 'adopted', unheard: 'over, and not adopted,' } as const

export const breakSilenceCommand = command({
  group: 'silence',
  name: 'break',
  about: 'Object to a text for your entity; all are told why',
  options: {
    silence: required(option.record({ about: 'S1', prefix: 'S' })),
    reason: required(option.text({ about: 'Why', max: 1000, multiline: true })),
  },
  access: anyone,
  onlyFor: 'members of the group',
  audience: 'room',
  changes: true,
  mayAsk: true,
  asksWhen: 'before everybody is told',
  examples: ['/meeting silence break S1 reason:"The budget is missing"'],
  async run(context, { silence: id, reason }) {
    const { db, now, caller } = context
    const silence = found(await lockSilence(db, id), `silence procedure S${id}`)
    const people = await expectedInvitees(db, [silence.groupId], dayOf(now, silence.zone))
    const me = people.find(({ personId }) => personId === caller.personId)
    if (!me || me.as === 'observer' || caller.entityId === null)
      throw new UserError(
        `Only the member entities of ${silence.groupAcronym} may break the silence of S${id}.`,
      )
    if (silence.status !== 'open' || silence.closesAt <= now)
      throw new UserError(
        `S${id} is ${silence.status === 'open' ? 'adopted' : over[silence.status]} already; nothing was changed.`,
        { buttons: [button(`Show S${id}`, 'meeting silence list', { silence: `S${id}` })] },
      )
    const who = caller.entityAcronym ?? caller.name
    if (!context.confirmed)
      return questionTo(context, people, {
        what: rich`Break the silence of S${id} in ${silence.groupAcronym} for ${who}, and tell ${counted(people.length, 'person', 'people')} why?`,
        more: [block.text(silence.body), block.text(rich`Reason: ${reason}`)],
        yes: 'Break the silence',
      })
    await breakSilence(db, { id, by: caller.personId, entityId: caller.entityId, reason }, now)
    context.about(`silence:${id}`)
    const told = {
      kind: 'silence',
      subject: `silence:${id}`,
      message: headed(
        called(id, 'broken'),
        message(
          rich`${who} has broken the silence of S${id} in ${silence.groupAcronym}, which is not adopted.`,
          block.text(rich`Reason: ${reason}`),
          block.text(silence.body),
        ),
      ),
    }
    context.notify(
      people.map(({ personId }) => ({ ...told, personId, key: `silence-broken:${id}:${personId}` })),
    )
    // The rooms that were shown the text, too.
    context.notify(
      (await roomsOf(db, [silence.groupId])).map((room) => ({
        ...told,
        room,
        key: `silence-broken:${id}:${room.platform}:${room.tenant}:${room.channel}`,
      })),
    )
    return message(
      rich`You broke the silence of S${id} for ${who}: it is not adopted. ${counted(people.length, 'person is', 'people are')} told why.`,
    )
  },
})
