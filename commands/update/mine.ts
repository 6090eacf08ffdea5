import { listUpdates } from '../../db/newsletter/listUpdates.ts'
import { anyone } from '../../src/core/catalog.ts'
import { option } from '../../src/core/option.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { command } from '../define.ts'
import { sectionsHere } from '../newsletter/plan/planHere.ts'
import { pageOption, rowsFor } from '../records/pages.ts'
import { listing, pageSize, period, statuses, statusWords } from './list.ts'

export const mine = command({
  name: 'mine',
  about: 'The updates that you posted, the latest first',
  heading: 'Your updates',
  options: {
    status: option.choice({ about: 'Only those in this state', choices: statuses, also: statusWords }),
    period,
    page: pageOption,
  },
  access: anyone,
  examples: ['/update mine', '/update mine status:returned'],
  async run({ db, caller }, { status, period, page: at = 1 }) {
    const rows = await listUpdates(db, {
      authorId: caller.personId,
      ...(status ? { statuses: [status] } : {}),
      ...(period ? { period } : {}),
      ...rowsFor(at, pageSize),
    })
    const values = {
      ...(status ? { status } : {}),
      ...(period ? { period: `${period.from}..${period.to}` } : {}),
    }
    const span = period ? ` in ${formatPeriod(period)}` : ''
    return listing(
      rows,
      { words: 'update mine', values, at, sections: await sectionsHere(db) },
      status || period
        ? `You have no updates${status ? ` that are ${status}` : ''}${span}.`
        : 'You have posted no updates yet. /update post begins one.',
    )
  },
})
