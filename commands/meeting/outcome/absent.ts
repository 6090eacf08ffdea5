import { type Absentee, absentees } from '../../../db/meetings/reminding/absent.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, minutesBefore, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, moment, rich } from '../../../src/core/message.ts'

const key = 'absent'
const minuteMs = 60_000
/** A meeting held longer ago is no news. */
const newsDays = 7

/** Sends the outcome to those who were not there, some minutes later: what was recorded by mistake is taken back by then. */
export const outcomeToAbsent: Rule<Trx, Absentee & Firing> = {
  key,
  about: 'The outcome of a meeting for those who missed it',
  audience: [
    {
      who: 'everyone invited whose entity was not there',
      async due(trx, { now, moments, limit }) {
        const wait = Math.max(0, ...moments.map(({ days, minutes }) => days * 1440 + minutes)) * minuteMs
        const to = new Date(now.getTime() - wait)
        const from = new Date(to.getTime() - newsDays * 1440 * minuteMs)
        const found = await absentees(trx, { rule: key, from, to, limit })
        return found.map((one) => ({ ...one, subject: `meeting:${one.meetingId}` }))
      },
    },
  ],
  moments: [minutesBefore(10)],
  after: true,
  stops: 'The outcome is taken back.',
  urgency: 'bulk',
  text: ({ meetingId, title, group, startsAt, zone, summary, corrects }) =>
    headed(
      'What you missed',
      message(
        rich`You missed ${title}${group === null ? '' : ` (${group})`}, ${moment(startsAt, zone)}. ${corrects ? 'Its outcome was corrected:' : 'What came of it:'}`,
        block.text(summary),
        block.buttons(
          button('Minutes', 'meeting minutes', { meeting: `M${meetingId}` }),
          button('Show', 'meeting show', { meeting: `M${meetingId}` }),
        ),
      ),
    ),
  why: ({ as, group }) => ({
    as: `invited as ${as === 'observer' ? 'an' : 'a'} ${as}${group === null ? '' : ` of ${group}`}`,
    otherwise: leaveRule(key),
  }),
  line: ({ title, startsAt, zone }) => rich`What came of ${title}, ${moment(startsAt, zone, 'day')}`,
  uselessAfter: ({ startsAt }) => new Date(startsAt.getTime() + 60 * 1440 * minuteMs),
  async standing(trx, waited, now) {
    const asked = { from: new Date(now.getTime() - 30 * 1440 * minuteMs), to: now, limit: 10_000 }
    // Under another alias than the notices already entered, which would hide them.
    const asker = `${key}-still`
    const found = await absentees(trx, { ...asked, rule: asker })
    const still = new Set(found.map((one) => one.key.replace(asker, key)))
    return new Set(waited.flatMap((one) => (still.has(one.key) ? [one.key] : [])))
  },
}
