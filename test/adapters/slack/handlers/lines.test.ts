import { expect, test } from 'vitest'

import { block, button } from '../../../../src/core/message.ts'
import { slashCommandFields } from '../../../support/slack/payloads.ts'
import { done } from '../../../support/stubHost.ts'
import { pause, until } from '../../contract/declare.ts'
import { slackBench } from '../contract/bench.ts'

test('a command whose answer is ready but whose page is slow to make is acknowledged in time, and answered late', async () => {
  const bench = await slackBench({ answerMs: 60 })
  const { keep } = bench.host
  // What a button holds is stored where it is long.
  const slow = button('Show', 'update show', { text: 'x'.repeat(3_000) })
  bench.host.answer = async () => {
    const put = keep.put.bind(keep)
    Object.assign(keep, {
      put: async (...given: Parameters<typeof put>) => pause(2_000).then(() => put(...given)),
    })
    const answer = done('Posted.')
    return { ...answer, message: { ...answer.message, blocks: [block.buttons(slow)] } }
  }

  const { acknowledged } = await bench.command(
    slashCommandFields('/update', 'list', { responseUrl: bench.urlFor('C1') }),
  )
  expect(acknowledged).toBe(true)
  await until('it is answered', () => bench.seen().some(({ text }) => text.includes('Posted.')))
  await bench.end()
})
