import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { groupCard } from '../../../db/directory/groups.ts'
import { appointRole } from '../../../db/directory/roles.ts'
import { believedTerms } from '../../../db/directory/terms/believed.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { appointed, type ModelTerm, released } from './modelTerms.ts'
import { newGroup } from './newGroup.ts'

const first = '2030-01-01'
const lastDay = 45
/** Half of every history lies behind this day, half ahead. */
const today = 20
const dayNamed = (day: number) => addDays(first, day)

const roles: readonly Role[] = ['chair', 'co-chair', 'vice-chair', 'member', 'observer']
const step = fc.record({
  act: fc.constantFrom('appoint' as const, 'appoint' as const, 'release' as const),
  role: fc.constantFrom(...roles),
  entityId: fc.integer({ min: 1, max: 3 }),
  day: fc.nat(lastDay),
  length: fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined }),
})

describe('random histories of terms', () => {
  let database: TestDatabase
  let recorder: number
  beforeAll(async () => {
    database = await testDatabase()
    const { rows } = await database.store.pool.query('select min(id) as id from people')
    recorder = rows[0].id
  })
  afterAll(() => database.drop())

  const query = async (text: string) => (await database.store.pool.query(text)).rows

  test('every day says exactly what a naive model says, and what was believed after each step stays answerable', async () => {
    const { kysely } = database.store
    const acronyms = new Map<number, string>(
      (await query('select id, acronym from entities')).map(({ id, acronym }) => [id, acronym]),
    )
    const said = (terms: readonly ModelTerm[]) =>
      terms.map(({ role, entityId }) => `${acronyms.get(entityId)} ${role}`).toSorted()
    const on = (terms: readonly ModelTerm[], day: number) =>
      terms.filter(({ from, until }) => from <= day && day < until)

    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 9 }),
        fc.nat(lastDay),
        async (steps, anyDay) => {
          const groupId = await newGroup(database)
          let model: readonly ModelTerm[] = []
          const believed: { readonly known: Date; readonly terms: readonly ModelTerm[] }[] = []
          for (const [at, { act, role, entityId, day, length }] of steps.entries()) {
            const now = new Date(Date.UTC(2030, 0, 21, at))
            const term = {
              role,
              entityId,
              from: day,
              until: length === undefined ? Infinity : day + length + 1,
            }
            const next = act === 'appoint' ? appointed(model, term) : released(model, { ...term, today })
            const done = await kysely
              .transaction()
              .execute(async (trx) => {
                if (act === 'appoint') {
                  const to = length === undefined ? {} : { to: dayNamed(day + length) }
                  const from = dayNamed(day)
                  await appointRole(trx, { groupId, role, entityId, from, ...to, createdBy: recorder }, now)
                } else {
                  const days = { until: dayNamed(day), today: dayNamed(today) }
                  await releaseRole(trx, {
                    groupId,
                    role,
                    entityId,
                    ...days,
                    recorder: { by: recorder, now },
                  })
                }
                return true
              })
              .catch((error: unknown) => {
                expect(error).toBeInstanceOf(UserError)
                return false
              })
            expect(done, `step ${at}`).toBe(next !== undefined)
            model = next ?? model
            believed.push({ known: now, terms: model })
          }

          for (let day = 0; day <= lastDay + 2; day += 1) {
            const card = await groupCard(kysely, groupId, dayNamed(day))
            const held = (card?.roles ?? []).map(({ entity, role }) => `${entity} ${role}`).toSorted()
            expect(held, dayNamed(day)).toEqual(said(on(model, day)))
          }
          for (const { known, terms } of believed) {
            const subject = { subject: 'group' as const, id: groupId, known }
            const whole = await believedTerms(kysely, subject)
            expect(
              whole.map(({ entity, role, from, until }) => [entity, role, from, until]).toSorted(),
            ).toEqual(
              terms
                .map(({ entityId, role, from, until }) => [
                  acronyms.get(entityId),
                  role,
                  dayNamed(from),
                  until === Infinity ? null : dayNamed(until),
                ])
                .toSorted(),
            )
            const thatDay = await believedTerms(kysely, { ...subject, on: dayNamed(anyDay) })
            expect(thatDay.map(({ entity, role }) => `${entity} ${role}`).toSorted()).toEqual(
              said(on(terms, anyDay)),
            )
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  })
})
