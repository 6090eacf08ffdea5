import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { populate } from '../world/people.ts'
import { type Asking, asking, pathOf as at } from './asking.ts'

let far: FarSide
let bot: Asking

const { channel, team } = places
const personal = 'a:1secretariat'
const hello = { type: 'message', text: 'Hello' }

const call: Asking['call'] = (...asked) => bot.call(...asked)
const refusal = (status: number, code: string) => ({ status, body: { error: { code } } })

beforeAll(async () => {
  far = await startFarSide()
  populate(far)
  bot = await asking(far)
})
afterEach(() => far.clear())
afterAll(() => far.stop())

describe('faults', () => {
  test('are used up by as many calls as they were ordered for, where they were ordered', async () => {
    far.fault('send', { kind: 'status', status: 429, retryAfter: 7 }, 2, channel)
    far.fault('send', { kind: 'status', status: 412, code: 'PreconditionFailed' }, 1, channel)

    expect(await call('POST', at(personal), hello)).toMatchObject({ status: 201 })
    expect(await call('POST', at(`${channel};messageid=1`), hello)).toMatchObject({
      status: 429,
      retryAfter: '7',
    })
    expect(await call('POST', at(channel), hello)).toMatchObject({ status: 429 })
    expect(await call('POST', at(channel), hello)).toMatchObject(refusal(412, 'PreconditionFailed'))
    expect(await call('POST', at(channel), hello)).toMatchObject({ status: 201 })
    far.fault('token', { kind: 'status', status: 503, body: { error: 'temporarily_unavailable' } })
    expect(await bot.login()).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } })
  })

  test.each([
    ['reset', true, 0, 'reset before'],
    ['reset', false, 1, 'reset after'],
    ['hang', true, 0, 'hung before'],
    ['hang', false, 1, 'hung after'],
  ] as const)('a %s that comes before all is done: %s', async (kind, before, said, status) => {
    far.fault('send', kind === 'reset' ? { kind, before } : { kind, acts: !before })

    await expect(call('POST', at(channel), hello)).rejects.toThrow()
    expect(far.messages).toHaveLength(said)
    expect(far.callsOf('send')).toMatchObject([{ status }])
  })

  test('an answer comes late', async () => {
    far.fault('member', { kind: 'slow', ms: 120 })
    const began = performance.now()
    await call('GET', at(team, 'members/29:secretariat'))

    expect(performance.now() - began).toBeGreaterThan(100)
  })
})
