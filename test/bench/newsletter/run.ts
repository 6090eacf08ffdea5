import { features } from '../../../commands/index.ts'
import { composeIssue } from '../../../commands/newsletter/draft/compose.ts'
import { openNewsletters } from '../../../db/newsletter/newsletters.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { copiedSample } from '../copied.ts'
import { percentile } from '../figures.ts'
import { percentileLine, timesOf } from '../spread.ts'
import { type Line, line } from '../table.ts'
import { fillArchive } from './archive.ts'

const items = 1_000
const archives = [1_000, 100_000]
const author = 'focal.who@compact.example'
/** Within the months of the open issue. */
const now = new Date('2050-12-20T10:00:00Z')

/** An issue composed, and a post read and held against its twins, over a small archive and over a large one. */
export async function benchNewsletter(server: string): Promise<readonly Line[]> {
  const lines: Line[] = []
  const composing: number[] = []
  for (const archive of archives) {
    const { store } = await copiedSample(server, `archive${archive}`, 4)
    const bot = createBot({ features, store, clock: settableClock(now), log: createLog('silent') })
    const name = `${items.toLocaleString('en')} items, archive of ${archive.toLocaleString('en')}`
    try {
      await fillArchive(store.pool, archive, items)
      const [issue] = await openNewsletters(store.kysely)
      if (!issue) throw new Error('the open issue is missing')
      const composed = await timesOf(
        Array.from({ length: 25 }, () => () => composeIssue(store.kysely, issue)),
        5,
      )
      composing.push(percentile(composed, 0.5))
      lines.push(
        percentileLine(`composing ${name}`, composed, 0.5, 200),
        percentileLine(`composing ${name}`, composed, 0.95),
      )
      const posts = await timesOf(
        Array.from({ length: 140 }, (_, index) => async () => {
          const { outcome, message } = await bot.dispatch({
            caller: { platform: 'terminal', tenant: 'local', account: author },
            place: { platform: 'terminal', tenant: 'local', channel: author, private: true },
            vouchedEmail: author,
            input: { kind: 'line', text: `/update post "${textOf(index)}"` },
          })
          if (outcome !== 'done' && outcome !== 'asked')
            throw new Error(`a post was ${outcome}: ${JSON.stringify(message.summary)}`)
        }),
        40,
      )
      lines.push(
        percentileLine(`a post with its section and twins, ${name}`, posts, 0.5),
        percentileLine(`a post with its section and twins, ${name}`, posts, 0.95, 50),
      )
    } finally {
      await store.close()
    }
  }
  const [small = 1, large = 1] = composing
  return [
    ...lines,
    line('composing, the large archive against the small one, p50', large / small, '', {
      at: 1.2,
      better: 'less',
    }),
  ]
}

function textOf(index: number): string {
  const about = ['radio safety', 'forensic interviews', 'harbour checks', 'witness care', 'grant writing']
  return `WHO and UNODC trained ${20 + index} inspectors number ${index} in ${about[index % about.length]} with partners from ${index} districts, Nairobi (${1 + (index % 19)} Dec)`
}
