import { lockPoll, setPollEnd } from '../../../db/meetings/polls/polls.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { command, found } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { refuseEnd } from './open.ts'
import { refuseSettled, refuseUnlessLeading, theOpenPoll } from './whichPoll.ts'

export const extendPoll = command({
  group: 'poll',
  name: 'extend',
  about: 'Let people vote longer; a closed poll opens again',
  options: {
    poll: theOpenPoll,
    until: required(
      option.moment({
        deadline: true,
        moves: true,
        ahead: true,
        about: 'When voting ends: 5 December, or by a week',
      }),
    ),
    undoes: undoesOption,
  },
  access: anyone,
  onlyFor: 'chairs of the group',
  audience: 'room',
  changes: true,
  examples: ['/meeting poll extend P1 until:"5 December"', '/meeting poll extend P1 by 2 days'],
  async run(context, { poll: id, until, undoes }) {
    const { db, now, zone } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    refuseUnlessLeading(context, poll)
    await refuseSettled(context, poll)
    const { closesAt, status, slots } = poll
    refuseOverruled(undoes, closesAt.getTime(), `P${id} takes votes until ${formatMoment(closesAt, zone)}.`)
    const [first] = slots
    refuseEnd(until.at, first?.startsAt ?? until.at, now)
    if (until.at.getTime() === closesAt.getTime() && status === 'open')
      throw new UserError(
        `P${id} takes votes until ${formatMoment(closesAt, zone)} already; nothing was changed.`,
      )
    await setPollEnd(db, id, until.at)
    context.about(`poll:${id}`)
    const wasOpen = status === 'open' && closesAt > now
    return message(
      rich`P${id} ${poll.title} takes votes until ${moment(until.at, zone)}; ${wasOpen ? rich`it was ${moment(closesAt, zone)}` : 'it was closed'}.`,
      block.buttons(
        wasOpen
          ? button('Undo: as before', 'meeting poll extend', {
              poll: `P${id}`,
              until: closesAt.toISOString(),
              undoes: undoesOf(until.at.getTime(), closesAt.getTime()),
            })
          : button('Undo: close it', 'meeting poll close', { poll: `P${id}` }),
        button('Show', 'meeting poll show', { poll: `P${id}` }),
      ),
    )
  },
})
