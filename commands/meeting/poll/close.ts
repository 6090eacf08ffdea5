import { lockPoll, type Poll, setPollStatus } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { stopAfter } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
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
    const told = tellOpener(context, poll, reopen)
    const values = { poll: `P${id}` }
    if (reopen)
      return headed(
        `Poll P${id}`,
        message(
          rich`P${id} ${poll.title} takes votes again.`,
          told,
          block.buttons(button('Close it', 'meeting poll close', values, 'danger')),
        ),
      )
    const voters = await votersOf(db, id, now)
    const closed = message(
      rich`Closed P${id} ${poll.title}${stopAfter(poll.title)} ${verdict(countsOf(poll, voters), voters, poll)}`,
      told ?? block.text('Nobody is written to: what those who were asked were sent says that it is closed.'),
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

/** Tells whoever opened a poll that somebody else closed it or opened it again; says to the caller that they are told. */
function tellOpener(
  { caller, notify }: Context,
  { id, title, groupIds, groupAcronym, openedBy }: Poll,
  reopened: boolean,
): Block | undefined {
  if (openedBy === null || openedBy === caller.personId) return undefined
  notify([
    {
      key: `poll:${id}:${reopened ? 'reopened' : 'closed'}:${eachTime}:${openedBy}`,
      personId: openedBy,
      kind: 'poll',
      subject: `poll:${id}`,
      message: withReason(
        message(
          rich`${byWhom(caller, groupIds)} ${reopened ? 'opened P' : 'closed P'}${id} ${title} (${groupAcronym})${reopened ? ' again' : ''}.`,
          block.buttons(button('Show it', 'meeting poll show', { poll: `P${id}` })),
        ),
        { as: 'the one who opened it', otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    },
  ])
  return block.text(
    reopened
      ? 'Whoever opened it is told.'
      : 'Whoever opened it is told; what those who were asked were sent says that it is closed.',
  )
}
