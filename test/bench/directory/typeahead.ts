import { sql } from 'kysely'

import { suggest } from '../../../src/suggest/suggest.ts'
import { copiedSample } from '../copied.ts'
import { insertPeople, madeUpPeople } from '../people.ts'
import { createRandom } from '../random.ts'
import { percentileLine, timesOf } from '../spread.ts'
import type { Line } from '../table.ts'

const size = 100_000
const names = 120
const warmUp = 100
const email = 'focal.who@compact.example'

/** What is offered while a name is typed, letter by letter, among many people. */
export async function benchTypeahead(server: string): Promise<readonly Line[]> {
  const { store } = await copiedSample(server, 'typeahead')
  try {
    const people = madeUpPeople(size)
    await insertPeople(store.pool, people)
    await sql`vacuum analyze`.execute(store.kysely)
    const random = createRandom(7)
    const now = new Date('2026-11-01T10:00:00Z')
    const acts = Array.from({ length: names }, () => random.pick(people).name)
      .flatMap((name) => Array.from({ length: Math.min(9, name.length) }, (_, at) => name.slice(0, at + 1)))
      .map(
        (typed) => () =>
          suggest(store.kysely, now, {
            caller: { platform: 'terminal', tenant: 'local', account: email },
            vouchedEmail: email,
            kind: 'person',
            typed,
            limit: 25,
          }),
      )
    const times = await timesOf([...acts.slice(0, warmUp), ...acts], warmUp)
    const name = `typeahead, ${size.toLocaleString('en')} people`
    return [percentileLine(name, times, 0.5), percentileLine(name, times, 0.99, 100)]
  } finally {
    await store.close()
  }
}
