import { findingKinds, findingsOf } from '../../../db/directory/lint/findings.ts'
import { secretariatToTell } from '../../../db/directory/lint/secretariatToTell.ts'
import { secretariatInZones } from '../../../db/directory/people.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, startOfDay, weekdayOf } from '../../../src/core/time/day.ts'
import { nextClock } from '../../../src/core/time/quietHours.ts'
import { findingHeadings } from './findingWords.ts'

interface Weekly extends Firing {
  readonly lines: readonly string[]
}

const ruleKey = 'directory-check'

const most = 200

/** At nine on a Monday. */
const morning = 9 * 60

/** Sends the problems found in the directory to the secretariat on the first working morning of a week. */
export const weeklyCheck: Rule<Trx, Weekly> = {
  key: ruleKey,
  about: 'Problems in the directory',
  audience: [
    {
      who: 'the secretariat',
      async due(trx, { now, limit }) {
        const people = await secretariatToTell(trx, ruleKey, now, limit)
        if (people.length === 0) return []
        const lines: string[] = []
        for (const kind of findingKinds) {
          const { length } = await findingsOf(trx, kind, { on: dayOf(now, 'UTC'), now, limit: most })
          if (length > 0)
            lines.push(`${findingHeadings[kind]}: ${length === most ? `${most} or more` : length}`)
        }
        return people.map((one) => ({ ...one, subject: 'directory:check', lines }))
      },
    },
  ],
  moments: [onTime],
  stops: 'The rule is switched off, or left.',
  urgency: 'bulk',
  // Sent also when all is well: once sent, it is not due again until the next week.
  text: ({ lines }) =>
    headed(
      'Directory check',
      lines.length === 0
        ? message('No problem was found in the directory this week.')
        : message(
            'Problems in the directory this week:',
            block.list(lines),
            block.buttons(button('Look and mend', 'directory check', {}, 'primary')),
          ),
    ),
  async coming(trx, { now, limit, personId }) {
    const coming = (await secretariatInZones(trx)).map(({ id, zone }) => {
      const next = nextClock(now, zone, morning)
      const day = dayOf(next, zone)
      const monday = startOfDay(addDays(day, (8 - weekdayOf(day)) % 7), zone)
      const what = rich`Problems in the directory`
      return { at: nextClock(monday, zone, morning), what, to: { personId: id }, why: 'of the secretariat' }
    })
    return soonest(coming, personId, limit)
  },
  why: () => ({ as: 'of the secretariat', otherwise: leaveRule(ruleKey) }),
  uselessAfter: (_, now) => new Date(now.getTime() + 5 * 86_400_000),
}
