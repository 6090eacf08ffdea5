import { expect, test } from 'vitest'

import { actOnce } from '../../../../src/chat/asking/doubleClick.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { Answer } from '../../../../src/core/invocation.ts'
import { done, stubHost } from '../../../support/stubHost.ts'

function bench() {
  const clock = settableClock()
  const host = stubHost(clock)
  let count = 0
  const receipts = new Map<string, Answer>()
  const acts: string[] = []

  async function press(title: string, more: { readonly shared?: boolean; readonly answer?: Answer } = {}) {
    count += 1
    const event = {
      ...{ platform: 'x', tenant: 'T', presser: 'U', message: 'M', data: title, shared: false },
      ...{ deliveryId: `p${count}`, spanMs: 5_000, ...more },
    }
    const pressed = { command: 'meeting schedule', values: { title }, confirmed: false, ask: false }
    return actOnce(host, event, pressed, async (deliveryId) => {
      const known = receipts.get(deliveryId)
      if (known) return { ...known, repeated: true }
      acts.push(title)
      const answer = more.answer ?? done(`Did ${title}.`)
      receipts.set(deliveryId, answer)
      return answer
    })
  }
  const wait = (ms: number) => clock.set(new Date(clock.now().getTime() + ms))
  return { host, acts, press, wait }
}

test('the second press of a double click gets the answer of the first, and tells no room', async () => {
  const { acts, press } = bench()
  const first = await press('a')
  const second = await press('a')

  expect(acts).toEqual(['a'])
  expect(first.second).toBe(false)
  expect(second).toMatchObject({ second: true, deliveryId: 'p1', answer: { repeated: true } })
})

test('presses at once act once', async () => {
  const { acts, press } = bench()
  await Promise.all([press('a'), press('a'), press('a')])

  expect(acts).toEqual(['a'])
})

test('the same press after its span acts again', async () => {
  const { acts, press, wait } = bench()
  await press('a')
  wait(5_001)
  await press('a')

  expect(acts).toEqual(['a', 'a'])
})

test('whoever pressed another button in between is heard again', async () => {
  const { acts, press } = bench()
  for (const title of ['a', 'b', 'a', 'a']) await press(title)

  expect(acts).toEqual(['a', 'b', 'a'])
})

test('a press in a shared card sets an answer, and each one runs', async () => {
  const { acts, press } = bench()
  await press('a', { shared: true })
  await press('a', { shared: true })

  expect(acts).toEqual(['a', 'a'])
})

test('what was refused is tried anew, and then belongs to the second press', async () => {
  const { acts, press } = bench()
  await press('a', { answer: done('No.', { outcome: 'refused' }) })
  const second = await press('a')

  expect(acts).toEqual(['a', 'a'])
  expect(second).toMatchObject({ second: false, answer: { outcome: 'done' } })
})

test('the press acts though the store forgets to note the changed mind', async () => {
  const { host, acts, press } = bench()
  host.keep.put = async () => {
    throw new Error('the store is away')
  }
  await press('a')

  expect(acts).toEqual(['a'])
})
