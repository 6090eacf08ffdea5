import { endedRequests, requestsFor } from '../../../db/directory/links.ts'
import type { Trx } from '../../../db/store/db.ts'
import { keysOf, numberOf } from '../../../src/core/feature/rule.ts'
import { endedKinds } from '../../../src/core/feature/rulesOf.ts'

/** Takes the buttons off what asked the secretariat whose an account is. */
export const requestsSettle = endedKinds<Trx>(
  ['link-request'],
  (trx, waiting) => endedRequests(trx, keysOf(waiting)),
  {
    async settledBy(trx, changed) {
      const person = numberOf(changed, 'person')
      return person === undefined ? [] : (await requestsFor(trx, person)).map((id) => `link:${id}`)
    },
  },
)
