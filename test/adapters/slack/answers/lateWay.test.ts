import { expect, test } from 'vitest'

import { eventCallback } from '../../../support/slack/payloads.ts'
import type { Fault } from '../../../support/slack/sockets.ts'
import { done } from '../../../support/stubHost.ts'
import { freshId, pause, until } from '../../contract/declare.ts'
import { type SlackBench, slackBench } from '../contract/bench.ts'

async function answered(fault: Fault, outcome: string): Promise<SlackBench> {
  const bench = await slackBench()
  bench.host.answer = () => done('The answer.')
  bench.far.fault('chat.postEphemeral', fault)
  await bench.tell(eventCallback('app_mention', {}, { change: { event_id: freshId() } }))
  await until('it was tried', () => bench.far.callsOf('chat.postEphemeral')[0]?.outcome === outcome)
  await bench.adapter.stop()
  return bench
}

test('an answer in a channel that is limited waits, and is said there', async () => {
  const bench = await answered({ kind: 'status', status: 429, retryAfter: 1 }, 'status 429')
  expect(bench.seen()).toMatchObject([{ by: 'caller', direct: false, text: 'The answer.' }])
  await bench.end()
})

test('an answer in a channel that is closed to the bot comes by direct message', async () => {
  const bench = await answered({ kind: 'error', error: 'not_in_channel' }, 'not_in_channel')
  expect(bench.seen()).toMatchObject([{ by: 'caller', direct: true, text: 'The answer.' }])
  await bench.end()
})

test.each([
  ['after Slack had taken it', { kind: 'reset', before: false }, 'reset after', 1],
  ['before Slack had taken it', { kind: 'reset', before: true }, 'reset before', 0],
  ['by a fault of Slack’s own', { kind: 'error', error: 'internal_error' }, 'internal_error', 0],
] as const)(
  'an answer that was broken off %s is not said once more elsewhere',
  async (_, fault, outcome, count) => {
    const bench = await answered(fault, outcome)
    await pause(100)
    expect(bench.seen()).toHaveLength(count)
    expect(bench.log.join('\n')).toContain('failed to say an answer')
    await bench.end()
  },
)
