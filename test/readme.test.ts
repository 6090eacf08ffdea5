import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'

import { expect, test } from 'vitest'
import { createTerminal } from '../adapters/terminal/index.ts'
import { features } from '../commands/index.ts'
import { createBot } from '../src/bot/bot.ts'
import { settableClock } from '../src/core/clock.ts'
import { createLog } from '../src/process/log.ts'
import { testDatabase } from './support/database.ts'

/** The blocks of the tour: each line typed, with the answer printed under it. */
function tour(readme: string): readonly { readonly typed: string; readonly answer: string }[] {
  const blocks = [...readme.matchAll(/```tour\n(.*?)```/gs)].map(([, block = '']) => block)
  return blocks.flatMap((block) =>
    block
      .split(/^› /m)
      .filter((part) => part !== '')
      .map((part) => ({
        typed: part.split('\n')[0] ?? '',
        answer: part.split('\n').slice(1).join('\n').trim(),
      })),
  )
}

test('the README is read in one go: it has 160 lines at most', () => {
  const lines = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeLessThanOrEqual(160)
})

test('the tour of the README answers exactly as it is printed', async () => {
  const steps = tour(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))
  const database = await testDatabase()
  const clock = settableClock(new Date('2026-11-23T09:00:00Z'))
  const bot = createBot({ features, store: database.store, clock, log: createLog('silent') })
  const answers: string[] = []
  try {
    await bot.start()
    const input = new PassThrough()
    const output = new PassThrough({ encoding: 'utf8' })
    let printed = ''
    output.on('data', (text: string) => {
      printed += text
    })
    const terminal = createTerminal({
      host: bot,
      reachesByEmail: true,
      input,
      output,
      interactive: false,
      colour: false,
      width: () => 0,
      json: false,
      speaker: 'secretariat@compact.example',
      dataDir: '/nonexistent',
      clock,
      settle: (options) => bot.settle(options),
    })
    bot.join(terminal)
    for (const { typed } of steps) input.write(`${typed}\n# next\n`)
    input.end()
    await terminal.run()
    const wanted = steps.map(({ answer }) => answer)
    answers.push(...split(printed, wanted))
  } finally {
    await bot.stop()
    await database.drop()
  }

  expect(steps.length).toBeGreaterThan(8)
  expect(answers).toEqual(steps.map(({ answer }) => answer))
})

/** The printed text parted as the wanted answers are; what differs stands in the first part that differs. */
function split(printed: string, wanted: readonly string[]): string[] {
  const parts: string[] = []
  let rest = printed
  for (const [at, answer] of wanted.entries()) {
    const whole = rest.trimStart()
    if (at === wanted.length - 1 || !whole.startsWith(answer)) {
      parts.push(whole.trim())
      rest = ''
    } else {
      parts.push(answer)
      rest = whole.slice(answer.length)
    }
  }
  return parts
}
