import { expect, test } from 'vitest'

import { block } from '../../../../src/core/message.ts'
import { slashCommandFields } from '../../../support/slack/payloads.ts'
import { done } from '../../../support/stubHost.ts'
import { pause, until } from '../../contract/declare.ts'
import { slackBench } from '../contract/bench.ts'

const link = block.text([{ kind: 'link', text: 'The page', url: 'https://news.example/page' }])

test.each([
  ['at once', 0],
  ['late, by the address that came with it', 150],
])('an answer for the room that is given %s shows no previews of its links', async (_, ms) => {
  const bench = await slackBench({ answerMs: 60 })
  bench.host.answer = async () => {
    await pause(ms)
    const answer = done('Posted.', { audience: 'room' })
    return { ...answer, message: { ...answer.message, blocks: [link] } }
  }
  await bench.command(slashCommandFields('/update', 'list', { responseUrl: bench.urlFor('C1') }))
  await until('it is answered', () => bench.seen().some(({ text }) => text.includes('Posted.')))

  expect(bench.seen()).toMatchObject([{ by: 'room' }])
  expect(bench.holds().filter(({ text }) => String(text).includes('Posted.'))).toMatchObject([
    { unfurl_links: false, unfurl_media: false },
  ])
  await bench.end()
})
