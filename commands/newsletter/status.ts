import { contributions } from '../../db/newsletter/contributions.ts'
import { periodOf } from '../../db/newsletter/newsletters.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { command } from '../define.ts'
import { issueOf } from './issue.ts'

export const status = command({
  name: 'status',
  about: 'What has come for an issue, from whom, what is missing, how long it is open',
  options: { period: option.period({ about: 'The months of the issue; the open one unless told' }) },
  access: anyone,
  examples: ['/newsletter status', '/newsletter status 2026-11..2026-12'],
  async run({ db, now, zone, caller }, { period }) {
    const issue = await issueOf(db, period)
    const all = await contributions(db, issue.id)
    const sent = all.filter(({ proposed, accepted, returned }) => proposed + accepted + returned > 0)
    const silent = all.filter((one) => !sent.includes(one))
    const sum = (key: 'proposed' | 'accepted' | 'returned') => all.reduce((total, one) => total + one[key], 0)
    const days = Math.ceil((issue.closesAt.getTime() - now.getTime()) / 86_400_000)
    const left = days > 0 ? `${counted(days, 'day')} left` : 'closed for updates'
    const months = `${issue.periodFrom}..${issue.periodTo}`
    return message(
      rich`No. ${issue.number}, ${formatPeriod(periodOf(issue))}: ${issue.status}, ${counted(sum('proposed') + sum('accepted'), 'update')} from ${counted(sent.length, 'entity', 'entities')}, ${left}.`,
      block.fields([
        ['Closes', rich`${moment(issue.closesAt, zone)}`],
        ['Accepted', String(sum('accepted'))],
        ['Proposed', String(sum('proposed'))],
        ['Returned', String(sum('returned'))],
        [
          'From',
          sent.map((one) => `${one.entity} (${one.proposed + one.accepted + one.returned})`).join(', ') ||
            'nobody yet',
        ],
        ['Nothing yet from', silent.map((one) => one.entity).join(', ') || 'nobody: all have sent something'],
      ]),
      caller.isSecretariat
        ? block.buttons(button('Draft', 'newsletter draft', { period: months }))
        : undefined,
    )
  },
})
