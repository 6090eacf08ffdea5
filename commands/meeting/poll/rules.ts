import { comingResults, comingVotes } from '../../../db/meetings/polls/comingVotes.ts'
import {
  type DueResult,
  type DueVote,
  dueResults,
  dueVotes,
  standingVotes,
  unsettledPolls,
} from '../../../db/meetings/polls/dueVotes.ts'
import {
  closedByHand,
  closedUnvoted,
  pollsSettledOn,
  votedAmong,
} from '../../../db/meetings/polls/settledVotes.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import {
  daysBefore,
  keysOf,
  minutesBefore,
  type NoticeReason,
  numberOf,
  onTime,
  type Rule,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, moment, rich } from '../../../src/core/message.ts'
import { seatWithArticle } from '../shown/seatWithArticle.ts'

/** What reminds of a poll before it closes. */
export const pollCloses: Rule<Trx, DueVote> = {
  key: 'poll-vote',
  about: 'A poll that closes soon',
  audience: [
    {
      who: 'those of the group who have not voted',
      async due(trx, asked) {
        const due = await dueVotes(trx, 'poll-vote', asked)
        return due.map((one) => ({ ...one, endsAt: one.closesAt }))
      },
    },
  ],
  moments: [daysBefore(2), daysBefore(1), minutesBefore(180)],
  stops: 'The person has voted, or the poll is closed or settled.',
  text: (due) =>
    message(
      rich`You have not voted yet: P${due.pollId} ${due.title} (${due.groupAcronym}), until ${moment(due.closesAt, due.zone)}.`,
      block.buttons(button('Vote', 'meeting poll show', { poll: `P${due.pollId}` }, 'primary')),
    ),
  why: whyOf,
  duty: true,
  uselessAfter: ({ closesAt }) => closesAt,
  standing: (trx, waited, now) => standingVotes(trx, keysOf(waited), now),
  async coming(trx, { moments, ...asked }) {
    const found = await comingVotes(trx, moments, asked)
    return found.map((one) => ({
      at: one.at,
      what: rich`P${one.pollId} ${one.title} (${one.groupAcronym}) closes ${moment(one.closesAt, one.zone)}`,
      to: { personId: one.personId },
      why: 'you have not voted',
      punctual: one.punctual,
    }))
  },
  open: (trx, waiting, now) => standingVotes(trx, keysOf(waiting), now),
  lapsed: (trx, settled, now) => closedUnvoted(trx, keysOf(settled), now),
  async words(trx, settled) {
    const voted = await votedAmong(trx, keysOf(settled))
    const ended = await endedWords(trx, settled)
    return new Map([...ended].map(([key, word]) => [key, voted.has(key) ? 'Voted' : word]))
  },
  settledBy: settledPolls,
}

/** What tells that a poll has closed. */
export const pollClosed: Rule<Trx, DueResult> = {
  key: 'poll-closed',
  about: 'A poll that has closed',
  audience: [
    {
      who: 'whoever opened it; else those who lead the group; where nobody does, the secretariat',
      due: (trx, { now, limit }) => dueResults(trx, 'poll-closed', now, limit),
    },
  ],
  moments: [onTime],
  stops: 'The poll is closed by hand or settled.',
  text: ({ pollId, title, groupAcronym }) =>
    headed(
      'Poll closed',
      message(
        rich`The poll P${pollId} ${title} (${groupAcronym}) has closed.`,
        block.buttons(
          button('Settle it', 'meeting poll settle', { poll: `P${pollId}` }, 'primary'),
          button('Show', 'meeting poll show', { poll: `P${pollId}` }),
        ),
      ),
    ),
  async coming(trx, asked) {
    const found = await comingResults(trx, asked)
    return found.map(({ at, pollId, title, groupAcronym, personId, as }) => ({
      at,
      what: rich`P${pollId} ${title} (${groupAcronym}) closes`,
      to: { personId },
      why: as === 'opener' ? 'you opened it' : `you are ${readerOf(as, groupAcronym)}`,
    }))
  },
  why: whyTold,
  uselessAfter: () => undefined,
  standing: (trx, waited) => unsettledPolls(trx, keysOf(waited)),
  open: (trx, waiting) => unsettledPolls(trx, keysOf(waiting)),
  words: endedWords,
  // The question itself, which whoever has voted may answer anew.
  kinds: ['poll'],
  settledBy: settledPolls,
}

/** What became of the polls of notices. */
async function endedWords(trx: Trx, settled: readonly WaitingFiring[]): Promise<ReadonlyMap<string, string>> {
  const closed = await closedByHand(trx, keysOf(settled))
  return new Map(settled.map(({ key }) => [key, closed.has(key) ? 'Closed' : 'Settled']))
}

/** The polls that were settled on a meeting that changed. */
async function settledPolls(trx: Trx, changed: string): Promise<readonly string[]> {
  const meeting = numberOf(changed, 'meeting')
  return meeting === undefined ? [] : (await pollsSettledOn(trx, meeting)).map((id) => `poll:${id}`)
}

/** As what they are asked, and who opened the poll. */
function whyOf({ as, groupAcronym, openedBy }: DueVote): NoticeReason {
  const seat = seatWithArticle(as)
  const group = groupAcronym.includes(' and ') ? 'one of its groups' : groupAcronym
  return {
    as: `${seat} of ${group}`,
    by: openedBy === null ? undefined : `${openedBy} opened the poll`,
    otherwise: handOverOffice,
  }
}

/** As what somebody is told that it has closed; whoever opened it may not lead the group any more. */
function whyTold({ as, groupAcronym, openedBy }: DueResult): NoticeReason {
  return {
    as: readerOf(as, groupAcronym),
    by: as === 'opener' || openedBy === null ? undefined : `${openedBy} opened the poll`,
    otherwise:
      as === 'secretariat'
        ? `Nobody leads ${groupAcronym} who could settle it.`
        : `Whoever leads ${groupAcronym} can settle it as well.`,
  }
}

function readerOf(as: DueResult['as'], groupAcronym: string): string {
  if (as === 'opener') return 'the one who opened it'
  return as === 'leader' ? `a chair of ${groupAcronym}` : 'of the secretariat'
}
