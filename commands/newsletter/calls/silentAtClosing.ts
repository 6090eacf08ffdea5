import { secretariatInZones, secretariatPeople } from '../../../db/directory/people.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { type ClosedIssue, closings } from '../../../db/newsletter/calls/closings.ts'
import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'

/** `zone` is the reader’s IANA zone. */
type SilentFiring = Firing & ClosedIssue & { readonly zone: string }

const key = 'newsletter-silent'

/** The last step of the calls: the secretariat hears who has not answered, with all that was sent to them. */
export const silentAtClosing: Rule<Trx, SilentFiring> = {
  key,
  about: 'Entities that have not answered when an issue closes',
  audience: [
    {
      who: 'the secretariat',
      async due(trx, { now, limit }) {
        const [found, people] = [await closings(trx, now), await secretariatInZones(trx)]
        const firings = found
          .filter(({ silent }) => silent.length > 0)
          .flatMap((closing) =>
            people.map(({ id: personId, zone }) => ({
              ...closing,
              personId,
              zone,
              key: [key, closing.newsletterId, dayOf(closing.closesAt, 'UTC'), personId].join(':'),
              subject: `newsletter:${closing.newsletterId}`,
            })),
          )
        const told = await recordedKeys(
          trx,
          firings.map((one) => one.key),
        )
        return firings.filter((one) => !told.has(one.key)).slice(0, limit)
      },
    },
  ],
  moments: [onTime],
  async coming(trx, { now, personId, limit }) {
    const silent = await silentPeople(trx, now)
    const issues = new Map(silent.map((one) => [one.newsletterId, one]))
    const secretariat = await secretariatPeople(trx)
    const coming = [...issues.values()].flatMap(({ number, closesAt, newsletterId }) => {
      const entities = new Set(
        silent.filter((one) => one.newsletterId === newsletterId).map((one) => one.entity),
      )
      return secretariat.map((reader) => ({
        at: closesAt,
        what: rich`No. ${number} of the newsletter closes; ${counted(entities.size, 'entity has', 'entities have')} not answered`,
        to: { personId: reader },
        why: 'of the secretariat',
      }))
    })
    return soonest(coming, personId, limit)
  },
  stops: 'Every entity has answered.',
  text({ number, periodFrom, periodTo, closesAt, silent, sent, zone }) {
    const period = `${periodFrom}..${periodTo}`
    return message(
      rich`No. ${number} of the newsletter (${formatPeriod({ from: periodFrom, to: periodTo })}) closed ${moment(closesAt, zone)}; ${counted(silent.length, 'entity has', 'entities have')} not answered: ${silent.join(', ')}.`,
      block.text(`They had ${counted(sent, 'call and reminder', 'calls and reminders')} in all.`),
      block.buttons(
        { ...button('Extend it', 'newsletter extend', { period }), ask: true },
        button('Status', 'newsletter status', { period }),
      ),
    )
  },
  why: ({ openedBy }) => ({
    as: 'of the secretariat, which is told last',
    by: `${openedBy} opened the issue`,
    otherwise: leaveRule(key),
  }),
  uselessAfter: ({ closesAt }) => new Date(closesAt.getTime() + 7 * 86_400_000),
}
