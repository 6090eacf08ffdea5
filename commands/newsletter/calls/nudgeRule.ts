import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { issueOfUpdate } from '../../../db/newsletter/calls/issueOfUpdate.ts'
import { nudged, type PersonToNudge } from '../../../db/newsletter/calls/nudges.ts'
import { openNewsletters } from '../../../db/newsletter/newsletters.ts'
import type { Trx } from '../../../db/store/db.ts'
import {
  type Firing,
  numberOf,
  onTime,
  type Rule,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { inDays } from './due.ts'

type Asking = Firing & PersonToNudge & { readonly personId: number }

const key = 'newsletter-nudge'
const dayMs = 86_400_000
/** Days after which a nudge that could not be delivered is given up. */
const givenUpAfterDays = 3
/** As long as messages are changed once what they ask for is done. */
const openForDays = 90

/** Asks those who answer for a silent entity or group, when the secretariat wants it. */
export const newsletterNudge: Rule<Trx, Asking> = {
  key,
  about: 'The secretariat asks what there is for an issue of the newsletter',
  audience: [
    {
      who: 'whoever answers for the entity that is asked, or leads the group',
      async due(trx, { now, limit }) {
        const asked = await askings(trx, now, givenUpAfterDays)
        const told = await recordedKeys(
          trx,
          asked.map((one) => one.key),
        )
        return asked.filter((one) => !told.has(one.key)).slice(0, limit)
      },
    },
  ],
  moments: [onTime],
  anyDay: true,
  stops: 'Something came, the entity said that there is nothing to report, or the issue closed.',
  urgency: 'bulk',
  duty: true,
  text: (asking, now) =>
    message(
      rich`${asking.nudgedBy} asks: is there anything from ${asking.acronym} for ${called(asking)}? It closes ${inDays(asking, now)}, ${moment(asking.closesAt, asking.zone)}.`,
      asking.of === 'group'
        ? block.text(`No meeting of ${asking.acronym} is recorded for it, and no update is about the group.`)
        : undefined,
      asking.of === 'group'
        ? block.buttons(
            button('Post an update', 'update post', { wg: asking.acronym }, 'primary'),
            button('Its meetings', 'meeting list', { wg: asking.acronym }),
          )
        : block.buttons(
            button('Post an update', 'update post', {}, 'primary'),
            button('Nothing to report', 'newsletter pass', {
              period: `${asking.periodFrom}..${asking.periodTo}`,
            }),
          ),
    ),
  why: ({ of, acronym, nudgedBy }) => ({
    as: of === 'group' ? `one of those who lead ${acronym}` : `one of those who answer for ${acronym}`,
    by: `${nudgedBy} asked for it`,
    otherwise:
      of === 'group'
        ? 'Somebody else should? /directory handover hands a role over.'
        : 'Somebody else should? /newsletter contact names whom to call first.',
  }),
  uselessAfter: ({ closesAt }) => closesAt,
  line,
  standing,
  open: standing,
  async settledBy(trx, changed) {
    if (numberOf(changed, 'meeting') !== undefined)
      return (await openNewsletters(trx)).map(({ id }) => `newsletter:${id}`)
    const update = numberOf(changed, 'update')
    const issue = update === undefined ? undefined : await issueOfUpdate(trx, update)
    return issue === undefined ? [] : [`newsletter:${issue}`]
  },
}

async function askings(trx: Trx, now: Date, days: number): Promise<readonly Asking[]> {
  const found = await nudged(trx, { now, since: new Date(now.getTime() - days * dayMs) })
  return found.map((one) => ({
    ...one,
    key: [key, one.of, one.ofId, one.nudgeId, one.personId].join(':'),
    subject: `newsletter:${one.newsletterId}`,
    endsAt: one.closesAt,
  }))
}

/** Only entities that have still sent nothing, and people who still answer for them. */
async function standing(trx: Trx, waited: readonly WaitingFiring[], now: Date): Promise<ReadonlySet<string>> {
  const open = new Set((await askings(trx, now, openForDays)).map((one) => one.key))
  return new Set(waited.map((one) => one.key).filter((one) => open.has(one)))
}

function called({ number, periodFrom, periodTo }: Asking): string {
  return `No. ${number} of the newsletter (${formatPeriod({ from: periodFrom, to: periodTo })})`
}

function line(asking: Asking): Rich {
  return rich`${asking.nudgedBy} asks what ${asking.acronym} has for ${called(asking)}, which closes ${moment(asking.closesAt, asking.zone)}`
}
