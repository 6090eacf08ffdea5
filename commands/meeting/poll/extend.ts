import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import { lockPoll, type Poll, setPollEnd } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { block, button, headed, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { type Context, command, found } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { byWhom } from '../../records/byWhom.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { seatWithArticle } from '../shown/seatWithArticle.ts'
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
  mayAsk: true,
  examples: ['/meeting poll extend P1 until:"5 December"', '/meeting poll extend P1 by 2 days'],
  async run(context, { poll: id, until, undoes }) {
    const { db, now, zone } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    refuseUnlessLeading(context, poll)
    await refuseSettled(context, poll)
    const { closesAt, status, slots } = poll
    const stands = `P${id} takes votes until ${formatMoment(closesAt, zone)}.`
    refuseOverruled(undoes, closesAt.getTime(), stands)
    const [first] = slots
    refuseEnd(until.at, first?.startsAt ?? until.at, now)
    const wasOpen = status === 'open' && closesAt > now
    const asked = wasOpen ? await toTellOfEnd(context, poll) : undefined
    const told = asked ?? (await toTellAgain(context, poll))
    const many = counted(told.length, 'person', 'people')
    const question = await askWhereMany(context, told, {
      what: wasOpen
        ? rich`Let P${id} ${poll.title} take votes until ${moment(until.at, zone)}, not ${moment(closesAt, zone)}, and tell ${many}?`
        : rich`Open P${id} ${poll.title} again until ${moment(until.at, zone)}, and tell ${many}?`,
      neededBy: until.at,
      yes: wasOpen ? 'Change its end and tell them' : 'Open it again and tell them',
      values: { until: until.at.toISOString() },
    })
    if (question) return question
    await setPollEnd(db, id, until.at)
    context.about(`poll:${id}`)
    const again = { ...poll, closesAt: until.at }
    if (asked) tellOfEnd(context, { poll: again, was: closesAt }, asked)
    else tellAgain(context, again, told)
    const peopleTold = told.length
    const extended = message(
      rich`P${id} ${poll.title} takes votes until ${moment(until.at, zone)}; ${wasOpen ? rich`it was ${moment(closesAt, zone)}` : 'it was closed'}.`,
      peopleTold > 0
        ? block.text(
            `${counted(peopleTold, 'person is', 'people are')} told ${wasOpen ? 'until when they may vote' : 'that it takes votes again'}.`,
          )
        : undefined,
      block.buttons(
        wasOpen
          ? button('Undo: as before', 'meeting poll extend', {
              poll: `P${id}`,
              until: closesAt.toISOString(),
              undoes: undoesOf(until.at.getTime(), closesAt.getTime(), stands),
            })
          : button('Undo: close it', 'meeting poll close', { poll: `P${id}` }),
        button('Show', 'meeting poll show', { poll: `P${id}` }),
      ),
    )
    return headed(`Poll P${id}`, extended)
  },
})

type Asked = Pick<ExpectedInvitee, 'personId' | 'zone' | 'as'>

/** All who are asked, for whom it is news that voting ends at another time: who has voted may vote anew until then. */
async function toTellOfEnd({ db, now, caller }: Context, { id }: Poll): Promise<readonly Asked[]> {
  const voters = await votersOf(db, id, now)
  return voters
    .map(({ personId, zone, as }) => ({ personId, zone, as }))
    .filter(({ personId }) => personId !== caller.personId)
}

function tellOfEnd(
  { notify, caller }: Context,
  { poll, was }: { readonly poll: Poll; readonly was: Date },
  people: readonly Asked[],
): void {
  const { id, title, groupAcronym, closesAt } = poll
  const group = groupAcronym.includes(' and ') ? 'one of its groups' : groupAcronym
  notify(
    people.map(({ personId, zone, as }) => ({
      key: `poll:${id}:until:${closesAt.getTime()}-${eachTime}:${personId}`,
      personId,
      kind: 'poll',
      subject: `poll:${id}`,
      message: withReason(
        message(
          rich`P${id} ${title} (${groupAcronym}) takes votes until ${moment(closesAt, zone)}, by a change of ${byWhom(caller, poll.groupIds)}; it was ${moment(was, zone)}.`,
          block.buttons(button('Vote', 'meeting poll show', { poll: `P${id}` }, 'primary')),
        ),
        {
          as: `${seatWithArticle(as)} of ${group}`,
          otherwise: `Is that wrong? Speak to ${caller.name}.`,
        },
        false,
      ),
      uselessAfter: closesAt,
    })),
  )
}

/** Those who have not voted, and whoever opened it, for whom it is news that a closed poll takes votes again. */
async function toTellAgain({ db, now, caller }: Context, { id, zone, openedBy }: Poll) {
  const voters = await votersOf(db, id, now)
  const unheard = voters.filter(({ personId, votes }) => votes.length === 0 || personId === openedBy)
  const opener =
    openedBy === null || unheard.some(({ personId }) => personId === openedBy)
      ? []
      : [{ personId: openedBy, zone }]
  return [...unheard, ...opener]
    .map(({ personId, zone: reader }) => ({ personId, zone: reader }))
    .filter(({ personId }) => personId !== caller.personId)
}

function tellAgain(
  { notify }: Context,
  { id, title, groupAcronym, closesAt }: Poll,
  people: readonly { readonly personId: number; readonly zone: string }[],
): void {
  notify(
    people.map(({ personId, zone }) => ({
      key: `poll:${id}:again:${eachTime}:${personId}`,
      personId,
      kind: 'poll',
      subject: `poll:${id}`,
      message: message(
        rich`P${id} ${title} (${groupAcronym}) was closed and takes votes again, until ${moment(closesAt, zone)}.`,
        block.buttons(button('Vote', 'meeting poll show', { poll: `P${id}` }, 'primary')),
      ),
      uselessAfter: closesAt,
    })),
  )
}
