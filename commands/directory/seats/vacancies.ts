import { type Vacancy, vacancies } from '../../../db/directory/seats/vacancies.ts'
import { firstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { command } from '../../define.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../../records/pages.ts'
import { presentTexts } from '../../records/present.ts'

const pageSize = 20

export const vacant = command({
  name: 'vacancies',
  about: 'Seats in working groups for which an entity has named nobody',
  heading: 'Vacant seats',
  options: {
    wg: option.group({ about: 'Only one working group' }),
    entity: option.entity({ about: 'Only one entity' }),
    on: option.day({ about: 'As it stood on this day; today by default' }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/directory vacancies wg:ETCIP', '/directory vacancies entity:UNODC'],
  async run({ db, today, caller }, { wg, entity, on = today, page = 1 }) {
    const rows = await vacancies(db, {
      groupId: wg?.id ?? null,
      entityId: entity?.id ?? null,
      on,
      ...rowsFor(page, pageSize),
    })
    const where = `${wg ? ` in ${wg.acronym}` : ''}${entity ? ` of ${entity.acronym}` : ''}`
    const values = presentTexts({ wg: wg?.acronym, entity: entity?.acronym, on })
    const paged = { command: 'directory vacancies', values, page }
    const { shown, turns } = pageOf(rows, pageSize, paged)
    if (rows.length === 0) {
      if (page === 1 && !(await firstSteps(db)).roles)
        return message(
          'No seat is vacant, since there is none yet: no entity has been admitted to a working group. /wg join does that.',
        )
      return page > 1
        ? noSuchPage(paged)
        : message(`Every seat${where} has a named holder on ${formatDay(on)}.`)
    }
    const own = shown.find(
      (row) => caller.isSecretariat || (caller.isCoordinator && row.entity === caller.entityAcronym),
    )
    return message(
      `Seats${where} without a named holder on ${formatDay(on)}, empty ones first${page > 1 ? `, page ${page}` : ''}:`,
      block.list(lines(shown)),
      block.buttons(
        ...(own
          ? [
              {
                ...button('Nominate', 'directory nominate', { wg: own.group, as: own.seat }, 'primary'),
                ask: true,
              },
            ]
          : []),
        ...turns,
      ),
    )
  },
})

/** `BMLE, principal, its focal point attends, unnamed: CTED, ICAO`: seats that are alike on one line. */
function lines(seats: readonly Vacancy[]): readonly string[] {
  const alike = Map.groupBy(seats, (one) => `${one.group}, ${one.seat}, ${stateOf(one)}`)
  return [...alike].map(([what, some]) => `${what}: ${some.map(({ entity }) => entity).join(', ')}`)
}

function stateOf({ people, nominated }: Vacancy): string {
  if (nominated) return 'a nominee waits for the secretariat'
  if (people === 0) return 'nobody stands for it'
  return people === 1 ? 'its focal point attends, unnamed' : `${people} people, none of them named`
}
