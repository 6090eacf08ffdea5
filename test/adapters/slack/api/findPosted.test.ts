import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { wasPosted } from '../../../../adapters/slack/api/findPosted.ts'
import { type FarSide, startFarSide } from '../../../support/slack/farSide.ts'

let far: FarSide
let client: WebClient
let sentAt: Date

beforeAll(async () => {
  far = await startFarSide()
  far.addUser('T1', { id: 'U1', email: 'focal.cted@compact.example', realName: 'CTED' })
  client = new WebClient('xoxb-1', { slackApiUrl: far.url, retryConfig: { retries: 0 } })
  await client.conversations.open({ users: 'U1' })
  const metadata = { event_type: 'notice', event_payload: { key: 'n1.0' } }
  const { ts } = await client.chat.postMessage({ channel: 'DU1', text: 'The one', metadata })
  sentAt = new Date(Number(ts) * 1_000)
})
afterAll(() => far.stop())

function look(mark: string, since: Date) {
  return wasPosted(client, 'DU1', 'notice', mark, since)
}

async function sayMore(times: number): Promise<void> {
  for (let n = 0; n < times; n++) await client.chat.postMessage({ channel: 'DU1', text: `Another ${n}` })
}

test('a message is found behind the many that were said after it, and one that was never sent is not', async () => {
  await sayMore(60)

  expect(await look('n1.0', sentAt)).toBe('yes')
  expect(await look('n2.0', sentAt)).toBe('no')
})

test('where more was said than is read, what is not found may stand there still, unless it would be among the newest', async () => {
  await sayMore(150)

  expect(await look('n1.0', sentAt)).toBe('unknown')
  expect(await look('n2.0', new Date(sentAt.getTime() + 3_600_000))).toBe('no')
})

test('a look that fails is made once more', async () => {
  const history = client.conversations.history.bind(client.conversations)
  let looks = 0
  client.conversations.history = async (asked) => {
    looks += 1
    if (looks === 1) throw new Error('the connection was lost')
    return history(asked)
  }

  expect(await look('n1.0', new Date(sentAt.getTime() + 3_600_000))).toBe('no')
  expect(looks).toBe(2)
})
