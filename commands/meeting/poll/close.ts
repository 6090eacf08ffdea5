import { lockPoll, setPollStatus } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { stopAfter } from '../../../src/core/text/text.ts'
import { command, found } from '../../define.ts'
import { countsOf, takesVotes, verdict } from './card.ts'
import { refuseSettled, refuseUnlessLeading, whichPoll } from './whichPoll.ts'

export const closePoll = command({
  group: 'poll',
  name: 'close',
  about: 'End a poll without scheduling anything',
  options: {
    poll: whichPoll,
    reopen: option.flag({ about: 'Reopen it for votes until its deadline' }),
  },
  access: anyone,
  onlyFor: 'chairs of the group',
  audience: 'room',
  changes: true,
  examples: ['/meeting poll close P1'],
  async run(context, { poll: id, reopen = false }) {
    const { db, now } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    refuseUnlessLeading(context, poll)
    await refuseSettled(context, poll)
    if (reopen && poll.closesAt <= now)
      throw new UserError(`The time for voting in P${id} is over; open a new poll.`)
    if (reopen === takesVotes(poll, now))
      throw new UserError(`P${id} is ${reopen ? 'open' : 'closed'} already; nothing was changed.`)
    await setPollStatus(db, id, reopen ? 'open' : 'closed')
    context.about(`poll:${id}`)
    const values = { poll: `P${id}` }
    if (reopen)
      return headed(
        `Poll P${id}`,
        message(
          rich`P${id} ${poll.title} takes votes again.`,
          block.buttons(button('Close it', 'meeting poll close', values, 'danger')),
        ),
      )
    const voters = await votersOf(db, id, now)
    const closed = message(
      rich`Closed P${id} ${poll.title}${stopAfter(poll.title)} ${verdict(countsOf(poll, voters), voters, poll)}`,
      block.text('Nobody is written to: what those who were asked were sent says that it is closed.'),
      block.buttons(
        button('Settle it', 'meeting poll settle', values, 'primary'),
        ...(poll.closesAt > now
          ? [button('Undo: open it again', 'meeting poll close', { ...values, reopen: 'yes' })]
          : []),
      ),
    )
    return headed(`Poll P${id}: closed`, closed)
  },
})
