import { expect, test } from 'vitest'

import { createDelivery, type DeliveryLine } from '../../../../src/chat/delivery/delivery.ts'
import { inDirectChat } from '../../../../src/chat/delivery/directChats.ts'
import { beforeSending } from '../../../../src/chat/delivery/failure.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { DeliveryError } from '../../../../src/core/errors.ts'
import { block, message } from '../../../../src/core/message.ts'
import { createLog } from '../../../../src/process/log.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
const long = message('A long one.', ...['one', 'two', 'three'].map((text) => block.text(text)))

/** A platform that takes one word a page, in one conversation. */
function platform(more: Partial<DeliveryLine<string, string>> = {}) {
  const texts: string[] = []
  const keep = memoryKeep(clock)
  const line: DeliveryLine<string, string> = {
    placeOf: (conversation) => ({ tenant: 't', conversation }),
    pages: async () => ['one', 'two', 'three'],
    turns: () => [],
    meaning: (error) =>
      error instanceof DeliveryError ? error : new DeliveryError(String(error), { kind: 'ambiguous' }),
    async send(_, { page }) {
      texts.push(page)
      return page
    },
    ...more,
  }
  return { said: texts, keep, deliver: createDelivery('test', { keep, clock }, createLog('silent'), line) }
}

/** Sends until a page, which fails once. */
function failingAt(page: string, kind: 'retryable' | 'ambiguous', texts: string[]) {
  let failed = false
  return async (_: string, part: { readonly page: string }) => {
    if (part.page === page && !failed) {
      failed = true
      throw new DeliveryError('No.', { kind })
    }
    texts.push(part.page)
    return part.page
  }
}

test('a delivery that broke off goes on in the same conversation where it was, and begins anew in another', async () => {
  const texts: string[] = []
  const { deliver } = platform({ send: failingAt('three', 'retryable', texts) })
  await expect(deliver('here', long, 'k1', 'first')).rejects.toThrow('No.')
  await deliver('here', long, 'k1', 'again')
  expect(texts).toEqual(['one', 'two', 'three'])
  await deliver('elsewhere', long, 'k1', 'again')

  expect(texts.slice(3)).toEqual(['one', 'two', 'three'])
})

test('where it cannot be noted how far it came, a delivery that breaks off is in doubt rather than said twice', async () => {
  const texts: string[] = []
  const { deliver, keep } = platform({ send: failingAt('three', 'retryable', texts) })
  keep.put = () => Promise.reject(new Error('the store is away'))

  await expect(deliver('here', long, 'k1', 'first')).rejects.toMatchObject({ fault: { kind: 'ambiguous' } })
})

test('a page of unknown fate that is found to stand there is not said again', async () => {
  const texts: string[] = []
  const { deliver } = platform({
    send: failingAt('two', 'ambiguous', texts),
    settle: async () => 'posted',
  })
  await deliver('here', long, 'k1', 'first')

  expect(texts).toEqual(['one', 'three'])
})

test('before a page is sent again, what became of it is looked up; before the first try it is not', async () => {
  const looked: number[] = []
  const { deliver } = platform({ beforeAgain: async (_, { index }) => void looked.push(index) })
  await deliver('here', long, 'k1', 'first')
  expect(looked).toEqual([])
  await deliver('there', long, 'k2', 'again')

  expect(looked).toEqual([0, 1, 2])
})

test('a conversation that is gone is opened once more, and only once', async () => {
  let opened = 0
  const chats = {
    async with() {
      opened += 1
      return `chat ${opened}`
    },
    forget: async () => undefined,
  }
  const lost = new DeliveryError('gone', { kind: 'gone' })
  const texts: string[] = []
  const say = async (chat: string) => {
    texts.push(chat)
    throw lost
  }

  await expect(inDirectChat(chats, 'Ana', say, (error) => error === lost)).rejects.toBe(lost)
  expect(texts).toEqual(['chat 1', 'chat 2'])
})

test('what fails before anything was said is never in doubt', async () => {
  const unknown = new DeliveryError('The connection ended.', { kind: 'ambiguous' })

  await expect(beforeSending(Promise.reject(unknown))).rejects.toMatchObject({ fault: { kind: 'retryable' } })
  await expect(beforeSending(Promise.reject(new Error('x')))).rejects.toMatchObject({
    fault: { kind: 'retryable' },
  })
})

test('what a process said before it died is looked for page by page, and only the rest is said', async () => {
  const there = new Set(['one', 'two'])
  const looked: string[] = []
  const { deliver, said: texts } = platform({
    async settle(_, { page }) {
      looked.push(page)
      return there.has(page) ? 'posted' : new DeliveryError('It is not there.', { kind: 'retryable' })
    },
  })
  await deliver('here', long, 'k1', { since: clock.now() })

  expect(texts).toEqual(['three'])
  expect(looked).toEqual(['one', 'two', 'three'])
})

test('what a process may have said before it died is not said where nobody can look', async () => {
  const { deliver, said: texts } = platform()

  await expect(deliver('here', long, 'k1', { since: clock.now() })).rejects.toMatchObject({
    fault: { kind: 'ambiguous' },
  })
  expect(texts).toEqual([])
})
