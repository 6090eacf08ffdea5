import { findingKinds, findingsOf } from '../../../db/directory/lint/findings.ts'
import { untoldSecretariat } from '../../../db/directory/lint/untold.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { addDays, dayOf, weekdayOf } from '../../../src/core/time/day.ts'
import { heads } from './words.ts'

interface Weekly extends Firing {
  readonly lines: readonly string[]
}

const most = 200

/** What is amiss with the directory, to the secretariat on the first working morning of a week. */
export const weeklyCheck: Rule<Trx, Weekly> = {
  key: 'directory-check',
  about: 'Problems in the directory',
  audience: [
    {
      who: 'the secretariat',
      async due(trx, { now, limit }) {
        const today = dayOf(now, 'UTC')
        const monday = addDays(today, 1 - weekdayOf(today))
        const people = await untoldSecretariat(trx, `directory-check:${monday}`, now, limit)
        if (people.length === 0) return []
        const lines: string[] = []
        for (const kind of findingKinds) {
          const { length } = await findingsOf(trx, kind, { on: today, now, limit: most })
          if (length > 0) lines.push(`${heads[kind]}: ${length === most ? `${most} or more` : length}`)
        }
        return people.map((personId) => ({
          key: `directory-check:${monday}:${personId}`,
          subject: 'directory:check',
          personId,
          lines,
        }))
      },
    },
  ],
  moments: [onTime],
  stops: 'The rule is switched off, or left.',
  urgency: 'bulk',
  // Sent also when all is well: once sent, it is not due again until the next week.
  text: ({ lines }) =>
    lines.length === 0
      ? message('Nothing is amiss with the directory this week.')
      : message(
          'What is amiss with the directory this week:',
          block.list(lines),
          block.buttons(button('Look and mend', 'directory check', {}, 'primary')),
        ),
  why: () => ({ as: 'of the secretariat', otherwise: leaveRule('directory-check') }),
  uselessAfter: (_, now) => new Date(now.getTime() + 5 * 86_400_000),
}
