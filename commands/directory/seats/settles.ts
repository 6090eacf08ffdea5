import {
  endedNominations,
  endedSuccessions,
  entitiesLeft,
} from '../../../db/directory/seats/endedNominations.ts'
import { settledReports } from '../../../db/directory/upkeep/reports.ts'
import type { Trx } from '../../../db/store/db.ts'
import { keysOf, numberOf } from '../../../src/core/feature/rule.ts'
import { endedKinds } from '../../../src/core/feature/rulesOf.ts'

const nominationsSettle = endedKinds<Trx>(['nomination'], (trx, waiting) =>
  endedNominations(trx, keysOf(waiting)),
)

const reportsSettle = endedKinds<Trx>(['directory-report'], async (trx, waiting) => {
  const settled = await settledReports(trx, keysOf(waiting))
  return new Map([...settled].map((key) => [key, 'Settled']))
})

const successionsSettle = endedKinds<Trx>(
  ['nominee-wanted'],
  async (trx, waiting) => {
    const back = await endedSuccessions(trx, keysOf(waiting))
    return new Map([...back].map((key) => [key, 'Taken back']))
  },
  {
    async settledBy(trx, changed) {
      const person = numberOf(changed, 'person')
      return person === undefined ? [] : (await entitiesLeft(trx, person)).map((id) => `entity:${id}`)
    },
  },
)

/** What takes the buttons off what asks about the directory. */
export const directorySettles = [nominationsSettle, reportsSettle, successionsSettle]
