import { absencesSeen, type OthersAbsence } from '../../../db/directory/hours/absencesSeen.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { command } from '../../define.ts'

/** How many days count as soon where no days are named. */
const soonDays = 14

export const absences = command({
  name: 'absences',
  about: 'Who is away, today and in the next two weeks or on days you name, as far as you may see',
  options: {
    days: option.period({ ahead: true, about: 'Which days, e.g. next week; today and two weeks by default' }),
  },
  access: anyone,
  examples: ['/profile absences', '/profile absences "next week"'],
  async run({ db, caller, today }, { days }) {
    const during = days ?? { from: today, to: addDays(today, soonDays) }
    const seen = await absencesSeen(db, caller, during)
    const where = formatPeriod(during)
    const whose = caller.isSecretariat
      ? undefined
      : `You see the absences of ${caller.entityAcronym ?? 'nobody but yourself'}, and of those who named you as their alternate.`
    if (seen.length === 0)
      return message(
        `Nobody is noted as away, ${where}.`,
        whose === undefined ? undefined : block.text(whose),
        block.buttons({ ...button('I am away', 'profile away'), ask: true }),
      )
    const now = seen.filter(({ from }) => from <= today)
    const later = seen.filter(({ from }) => from > today)
    const heading = later.length > 0 && now.length > 0
    return message(
      `Away, ${where}:`,
      heading ? block.heading('Today') : undefined,
      now.length > 0 ? block.list(now.map(line)) : undefined,
      heading ? block.heading('Later') : undefined,
      later.length > 0 ? block.list(later.map(line)) : undefined,
      whose === undefined ? undefined : block.text(whose),
    )
  },
})

function line({ name, entity, alternate, ...period }: OthersAbsence): string {
  const of = entity === null ? '' : ` (${entity})`
  return `${name}${of}, ${formatPeriod(period)}${alternate === null ? '' : `; ${alternate} is asked instead`}`
}
