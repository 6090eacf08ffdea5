import { features } from '../../../commands/index.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { systemClock } from '../../../src/core/clock.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import { createLog } from '../../../src/process/log.ts'
import { copiedSample } from '../copied.ts'
import { timed } from '../figures.ts'
import { madeUpPeople } from '../people.ts'
import { type Line, line } from '../table.ts'

const size = 10_000
const secretariat = 'secretariat@compact.example'

/** A file of many people: read and shown, then taken over. */
export async function benchImport(server: string): Promise<readonly Line[]> {
  const { store } = await copiedSample(server, 'imported', 4)
  const bot = createBot({ features, store, clock: systemClock, log: createLog('silent') })
  const csv = ['name,email,title', ...madeUpPeople(size).map((p) => `${p.name},${p.email},${p.title}`)]
  const bytes = Buffer.from(csv.join('\n'))
  const said = async (invocation: Pick<Invocation, 'input' | 'files'>) => {
    const account = { platform: 'terminal', tenant: 'local', account: secretariat }
    const { outcome, message } = await bot.dispatch({
      caller: account,
      place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
      vouchedEmail: secretariat,
      ...invocation,
    })
    if (outcome !== 'done') throw new Error(`the import was ${outcome}: ${JSON.stringify(message.summary)}`)
  }
  try {
    const file = { option: 'file', name: 'people.csv', mediaType: 'text/csv', read: async () => bytes }
    const read = await timed(() =>
      said({ input: { kind: 'fields', command: 'directory import', fields: {} }, files: [file] }),
    )
    const taken = await timed(() => said({ input: { kind: 'line', text: '/directory apply I1' } }))
    const { rows } = await store.pool.query<{ count: number }>(
      "select count(*)::int as count from people where email like '%@made-up.example'",
    )
    if (rows[0]?.count !== size) throw new Error(`${rows[0]?.count} people were taken over`)
    const name = `import of ${size.toLocaleString('en')} people`
    return [
      line(`${name}: read and shown`, read.ms / 1_000, 's'),
      line(`${name}: taken over`, taken.ms / 1_000, 's'),
      line(`${name}: both`, (read.ms + taken.ms) / 1_000, 's', { at: 10, better: 'less' }),
    ]
  } finally {
    await store.close()
  }
}
