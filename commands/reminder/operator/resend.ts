import { failedNotices, lockFailed, markSentAgain } from '../../../db/ledger/undelivered.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Context, command } from '../../define.ts'
import { failedDays } from './failed.ts'

const most = 200

export const resend = command({
  name: 'resend',
  about: 'Resend something that was not delivered',
  options: {
    notice: required(
      option.text({ about: 'Its number in /reminder failed, e.g. N12, or all that did not arrive', max: 20 }),
    ),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  examples: ['/reminder resend N12'],
  async run(context, { notice: typed }) {
    if (/^all$/i.test(typed.trim())) return sendAllAgain(context)
    const [, number] = /^n ?(\d{1,15})$/i.exec(typed.trim()) ?? []
    if (number === undefined) {
      throw new UserError('Give its number as /reminder failed shows it, such as N12.', { option: 'notice' })
    }
    const id = Number(number)
    const found = await lockFailed(context.db, id)
    if (!found) throw new UserError(`N${id} is not among the notices that failed, so nothing was sent.`)
    if (found.state === 'ambiguous' && !context.confirmed) {
      return {
        kind: 'question',
        message: message(
          rich`N${id} may have arrived: the connection broke while it was being sent. Send it all the same? It may then come twice.`,
        ),
        yes: 'Send it again',
        values: { notice: `N${id}` },
      }
    }
    if (!(await sendAgain(context, id)))
      throw new UserError(`N${id} is of no use any more, so it was not sent.`)
    return message(`N${id} will be sent again.`, block.buttons(button('What failed', 'reminder failed')))
  },
})

/** What may have arrived is left out: that is decided one by one. */
async function sendAllAgain(context: Context) {
  const since = new Date(context.now.getTime() - failedDays * 86_400_000)
  const found = await failedNotices(context.db, since, most)
  let sent = 0
  for (const { id, state } of found) if (state === 'dead' && (await sendAgain(context, id))) sent += 1
  return message(
    sent === 0
      ? 'Nothing is left that would still be of use.'
      : `${counted(sent, 'notice')} will be sent again.`,
    block.buttons(button('What failed', 'reminder failed')),
  )
}

/** False where it would no longer be of any use. */
async function sendAgain({ db, now, notify }: Context, id: number): Promise<boolean> {
  const found = await lockFailed(db, id)
  if (!found || (found.uselessAfter !== null && found.uselessAfter <= now)) return false
  const { platform, tenant, channel, account, personId, uselessAfter } = found
  const at = platform !== null && tenant !== null ? { platform, tenant } : undefined
  notify([
    {
      // Two of the secretariat who press at once send it once.
      key: `again:${id}`,
      kind: found.kind,
      subject: found.subject,
      message: found.body,
      ...(personId === null ? {} : { personId }),
      ...(at && channel !== null ? { room: { ...at, channel } } : {}),
      ...(at && account !== null ? { account: { ...at, account } } : {}),
      ...(uselessAfter === null ? {} : { uselessAfter }),
    },
  ])
  await markSentAgain(db, id)
  return true
}
