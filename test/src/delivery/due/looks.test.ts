import { afterEach, expect, test } from 'vitest'

import type { Trx } from '../../../../db/store/db.ts'
import type { Rule } from '../../../../src/core/feature/rule.ts'
import { message } from '../../../../src/core/message.ts'
import { tick } from '../../../../src/delivery/ticks.ts'
import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

/** A rule that owes one notice, and fails at the first so many times that it is asked. */
async function owing(key: string, failures: number): Promise<Rule<Trx>> {
  const { rows } = await here.database.store.pool.query<{ id: number }>(
    'select id from people where email = $1',
    [focal('who')],
  )
  const [personId] = rows.map(({ id }) => id)
  let asked = 0
  return {
    ...{ key, about: 'A test', moments: [], stops: 'Never.' },
    audience: [
      {
        who: 'somebody',
        async due() {
          asked += 1
          if (asked <= failures) throw new Error('the store is away')
          const { rows: told } = await here.database.store.pool.query(
            'select id from notices where key = $1',
            [`${key}:1`],
          )
          return told.length > 0 || personId === undefined
            ? []
            : [{ key: `${key}:1`, subject: 'test:1', personId }]
        },
      },
    ],
    text: () => message(`Hear ${key}.`),
    why: () => ({ as: 'the one who tests', otherwise: 'It ends by itself.' }),
    uselessAfter: () => undefined,
  }
}

function said(words: string): number {
  return here.delivered.filter(({ text }) => text.includes(words)).length
}

test('a look that fails is not taken for nothing owed: it is tried where it is entered, at the same tick', async () => {
  here = await world()
  const rules = [await owing('shaky', 1), await owing('sound', 0)]
  await tick({ ...here.bot.services, features: [{ rules }] })
  await here.bot.settle({ ticks: false })

  expect([said('Hear shaky.'), said('Hear sound.')]).toEqual([1, 1])
})

test('a rule that fails where it is entered too holds up no other rule, and is said at the next tick', async () => {
  here = await world()
  const rules = [await owing('shaky', 2), await owing('sound', 0)]
  await tick({ ...here.bot.services, features: [{ rules }] })
  await here.bot.settle({ ticks: false })
  expect([said('Hear shaky.'), said('Hear sound.')]).toEqual([0, 1])
  await tick({ ...here.bot.services, features: [{ rules }] })
  await here.bot.settle({ ticks: false })

  expect([said('Hear shaky.'), said('Hear sound.')]).toEqual([1, 1])
})
