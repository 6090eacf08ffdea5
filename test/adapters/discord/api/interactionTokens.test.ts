import { describe, expect, test } from 'vitest'
import type { Api } from '../../../../adapters/discord/api/api.ts'
import { createReplies } from '../../../../adapters/discord/api/interactionTokens.ts'
import { CallError } from '../../../../src/chat/delivery/failure.ts'

const origin = {
  id: '1310000000000000001',
  token: 'a-token',
  user: { id: '1', name: 'Ana', username: 'ana' },
  heardAt: 0,
  locale: undefined,
  guild: '2',
  channel: '3',
  direct: false,
  lacks: [],
}

function replies(fails: () => CallError | undefined, ending = new AbortController()) {
  const calls: string[] = []
  const api: Api = {
    async call({ method }) {
      calls.push(method)
      const error = fails()
      if (error) throw error
      return { id: '9' }
    },
  }
  return { calls, ending, ...createReplies(api, '4', ending.signal) }
}

const lost = () => new CallError('Discord gave no answer.')

describe('an answer whose fate is not known', () => {
  test('is put again until it stands, where it stands once however often it is put', async () => {
    let left = 3
    const here = replies(() => (left-- > 0 ? lost() : undefined))

    expect(await here.edit(origin, { body: {} })).toBe('9')
    expect(here.calls).toHaveLength(4)
  })

  test('is added once more and no oftener, where each would stand for itself', async () => {
    const here = replies(lost)

    await expect(here.follow(origin, { body: {} })).rejects.toThrow(CallError)
    expect(here.calls).toHaveLength(2)
  })
})

describe('an answer that was surely not taken', () => {
  test('is added when Discord has seen the first response', async () => {
    let left = 2
    const early = new CallError('Unknown Webhook', { status: 404, code: 10_015 })
    const here = replies(() => (left-- > 0 ? early : undefined))

    expect(await here.follow(origin, { body: {} })).toBe('9')
  })

  test('is not waited for where Discord asks for too long', async () => {
    const here = replies(() => new CallError('limited', { status: 429, retryAfter: 60 }))

    await expect(here.edit(origin, { body: {} })).rejects.toThrow('limited')
    expect(here.calls).toHaveLength(1)
  })
})

describe('a stop', () => {
  test('ends the trying', async () => {
    const here = replies(lost)
    const putting = here.edit(origin, { body: {} })
    here.ending.abort()

    await expect(putting).rejects.toThrow(CallError)
    expect(here.calls.length).toBeLessThan(3)
  })
})
