import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { groupCard } from '../../../db/directory/groups.ts'
import { appointRole } from '../../../db/directory/roles.ts'
import { believedTerms } from '../../../db/directory/terms/believed.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { appointed, type ModelTerm, mayNotStandTogether, released } from './modelTerms.ts'

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
          const groupId = await newGroup()
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
      { numRuns: 15 },
    )
  })

  test('of two writers at once whose terms may not stand together only one is stored, else both are', async () => {
    const term = fc.record({
      role: fc.constantFrom<Role>('chair', 'member', 'observer'),
      entityId: fc.integer({ min: 1, max: 2 }),
      from: fc.nat(12),
      length: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(term, term, async (...pair) => {
        const groupId = await newGroup()
        const [one, other] = pair.map(
          ({ length, ...rest }): ModelTerm => ({
            ...rest,
            until: length === undefined ? Infinity : rest.from + length,
          }),
        )
        if (!one || !other) throw new Error('there are two')
        const stored = await atOnce(insertOf(groupId, one), insertOf(groupId, other))

        expect(stored).toEqual(mayNotStandTogether(one, other) ? [true, false] : [true, true])
      }),
      { numRuns: 15 },
    )
  })

  test('nor can two writers at once fill one seat, or have a person stand for one entity twice', async () => {
    const groupId = await newGroup()
    const [free] = await query(
      `select p.id, e.id as entity from people p, entities e
        where not exists (select from posts o where o.person_id = p.id and o.entity_id = e.id) limit 1`,
    )
    const seat = (person: number, during: string) =>
      `insert into seats (group_id, entity_id, seat, person_id, during, recorded_at)
        values (${groupId}, 1, 'principal', ${person}, '${during}', now())`
    const post = (during: string) =>
      `insert into posts (person_id, entity_id, during, recorded_at)
        values (${free.id}, ${free.entity}, '${during}', now())`

    expect(await atOnce(seat(1, '[2030-01-01,)'), seat(2, '[2030-02-01,2030-03-01)'))).toEqual([true, false])
    expect(await atOnce(post('[2030-01-01,2030-02-02)'), post('[2030-02-01,)'))).toEqual([true, false])
  })

  async function newGroup(): Promise<number> {
    const [group] = await query(
      `insert into working_groups (number, acronym, name)
        select max(number) + 1, 'H' || max(number), 'Group ' || max(number) from working_groups returning id`,
    )
    return group.id
  }

  /** Both write before either commits, each over a connection of its own; whether each was stored. */
  async function atOnce(one: string, other: string): Promise<readonly boolean[]> {
    const [a, b] = await Promise.all([database.store.pool.connect(), database.store.pool.connect()])
    try {
      await Promise.all([a.query('begin'), b.query('begin')])
      await a.query(one)
      // It waits for the other's end where the two may not stand together.
      const second = settled(b, other)
      await a.query('commit')
      const stored = await second
      await b.query(stored ? 'commit' : 'rollback')
      return [true, stored]
    } finally {
      a.release()
      b.release()
    }
  }
})

function insertOf(groupId: number, { role, entityId, from, until }: ModelTerm): string {
  const end = until === Infinity ? '' : dayNamed(until)
  return `insert into roles (group_id, role, entity_id, during, created_at)
    values (${groupId}, '${role}', ${entityId}, '[${dayNamed(from)},${end})', now())`
}

async function settled(client: pg.PoolClient, text: string): Promise<boolean> {
  try {
    await client.query(text)
    return true
  } catch (error) {
    // An exclusion constraint says that terms would overlap.
    expect(error).toMatchObject({ code: '23P01' })
    return false
  }
}
