import { type FailedNotice, failedNotices } from '../../../db/ledger/undelivered.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'

const most = 30
const mostButtons = 5

/** What failed longer ago is no longer worth sending. */
export const failedDays = 30

export const failed = command({
  name: 'failed',
  about: 'What could not be delivered or may not have arrived, and why; it can be resent',
  heading: 'Deliveries that failed',
  options: {},
  access: secretariat,
  examples: ['/reminder failed'],
  async run({ db, now, zone }) {
    const since = new Date(now.getTime() - failedDays * 86_400_000)
    const found = await failedNotices(db, since, most + 1)
    if (found.length === 0) return message(`Nothing failed in the last ${failedDays} days.`)
    const shown = found.slice(0, most)
    const count = found.length > most ? `More than ${most} notices` : counted(found.length, 'notice')
    const dead = shown.filter(({ state }) => state === 'dead')
    return message(
      `${count} could not be delivered, or may not have arrived:`,
      block.list(shown.map((one) => line(one, zone))),
      block.buttons(
        ...shown
          .slice(0, mostButtons)
          .map(({ id }) => button(`Send N${id} again`, 'reminder resend', { notice: `N${id}` })),
        ...(dead.length > 1
          ? [button('Send all again that did not arrive', 'reminder resend', { notice: 'all' })]
          : []),
        button('Who cannot be reached', 'reminder unreachable'),
      ),
    )
  },
})

/** The notice's text may be private to its reader, so only its subject is shown. */
function line({ id, kind, rule, subject, state, fault, createdAt, to }: FailedNotice, zone: string): Rich {
  const what = state === 'ambiguous' ? 'may not have arrived' : 'was not delivered'
  return rich`N${id} ${rule ?? kind} (${subject}) to ${to}, ${moment(createdAt, zone)}: ${what}. ${fault ?? ''}`
}
