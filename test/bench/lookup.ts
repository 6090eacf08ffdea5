import pg from 'pg'

import { features } from '../../commands/index.ts'
import { openDatabase, type Store } from '../../db/store/connect.ts'
import { createBot } from '../../src/bot/bot.ts'
import { settableClock } from '../../src/core/clock.ts'
import type { Invocation } from '../../src/core/invocation.ts'
import { createLog } from '../../src/process/log.ts'
import { median } from './figures.ts'
import { isBookkeeping, recordStatements, type Statement } from './recorded.ts'
import { type Line, line } from './table.ts'

const together = 16
const rounds = 7
const roundMs = 700
const warmUp = 3_000
const account = 'focal.who@compact.example'
const clock = settableClock(new Date('2026-11-21T12:00:00Z'))

type Column = () => Promise<void>

/** Look-ups through the dispatcher and by a bare client, 16 at once, in turns. */
export async function benchLookups(url: string): Promise<readonly Line[]> {
  const store = await openDatabase({ url, maxConnections: together })
  const bare = new pg.Pool({
    connectionString: url,
    max: together,
    options: '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.45',
  })
  // The server may end them before they have gone.
  bare.on('error', () => undefined)
  try {
    const lines: Line[] = []
    for (const text of ['/directory find CTED', '/directory entity CTED']) {
      lines.push(...(await compare(store, bare, text)))
    }
    return lines
  } finally {
    await store.close()
    await bare.end()
  }
}

async function compare(store: Store, bare: pg.Pool, text: string): Promise<readonly Line[]> {
  const log = createLog('silent')
  let deliveries = 0
  const ask = (asked: Store): Column => {
    const bot = createBot({ features, store: asked, clock, log })
    return async () => {
      deliveries += 1
      const answer = await bot.dispatch(invocation(text, `${text}:${deliveries}`))
      if (answer.outcome !== 'done') throw new Error(`${text} was ${answer.outcome}`)
    }
  }
  const recorded = recordStatements(store)
  await ask(recorded.store)()
  const all = recorded.statements
  const lookUp = all.filter(({ text: statement }) => !isBookkeeping(statement))
  const replay: Column = async () => {
    deliveries += 1
    const client = await bare.connect()
    try {
      for (const statement of all) await client.query(...renewed(statement, text, deliveries))
    } finally {
      client.release()
    }
  }
  const alone: Column = async () => {
    for (const { text: statement, values } of lookUp) await bare.query(statement, [...values])
  }
  const [dispatched, replayed, looked] = await inTurns([ask(store), replay, alone])
  const name = text.replace(' CTED', '')
  return [
    line(`${name}: through the dispatcher, ${together} at once`, dispatched, '/s'),
    line(`${name}: its look-up alone (${lookUp.length} of SQL), bare client`, looked, '/s'),
    line(`${name}: its whole transaction (${all.length} of SQL), bare client`, replayed, '/s'),
    line(`${name}: dispatcher against the bare look-up`, dispatched / looked, '', {
      at: 0.5,
      better: 'more',
    }),
    line(`${name}: dispatcher against the bare transaction`, dispatched / replayed, '', {
      at: 0.5,
      better: 'more',
    }),
  ]
}

function invocation(text: string, deliveryId: string): Invocation {
  return {
    caller: { platform: 'terminal', tenant: 'local', account },
    place: { platform: 'terminal', tenant: 'local', channel: account, private: true },
    vouchedEmail: account,
    deliveryId,
    input: { kind: 'line', text },
  }
}

/** The recorded statement as another delivery would send it. */
function renewed({ text, values }: Statement, words: string, delivery: number): [string, unknown[]] {
  return [
    text,
    values.map((value) =>
      typeof value === 'string' && value.startsWith(`${words}:`) ? `${words}:b${delivery}` : value,
    ),
  ]
}

/** The columns' medians, in runs a second. */
async function inTurns(
  columns: readonly [Column, Column, Column],
): Promise<readonly [number, number, number]> {
  const warm = Math.ceil(warmUp / columns.length)
  for (const column of columns) await run(column, (done) => done >= warm)
  const seen: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, column] of columns.entries()) {
      const from = performance.now()
      const done = await run(column, () => performance.now() - from >= roundMs)
      seen[index]?.push((done * 1_000) / (performance.now() - from))
    }
  }
  return [median(seen[0]), median(seen[1]), median(seen[2])]
}

/** So many at once, until it is enough; how many were done. */
async function run(column: Column, enough: (done: number) => boolean): Promise<number> {
  let done = 0
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (!enough(done) && done < 200_000) {
        await column()
        done += 1
      }
    }),
  )
  return done
}
