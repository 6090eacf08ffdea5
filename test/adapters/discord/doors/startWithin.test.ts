import { describe, expect, test } from 'vitest'

import { startWithin } from '../../../../adapters/discord/doors/startWithin.ts'
import { StartError } from '../../../../src/core/errors.ts'

function house() {
  const alerts: string[] = []
  const logged: string[] = []
  const note = (_: object, text: string) => void logged.push(text)
  const means = {
    timings: { startMs: 5_000 },
    log: { info: note, warn: note, error: note },
    host: { alert: async (key: string, said: unknown) => void alerts.push(`${key} ${JSON.stringify(said)}`) },
  }
  return { alerts, logged, means }
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const refusal = () => new StartError('Discord does not take DISCORD_TOKEN.')

describe('a start that waits for Discord', () => {
  test('goes on as soon as Discord has answered', async () => {
    const { means, logged } = house()
    await startWithin(means, later(5))

    expect(logged).toEqual([])
  })

  test('holds nothing else up where Discord does not answer', async () => {
    const { means, logged, alerts } = house()
    await startWithin({ ...means, timings: { startMs: 20 } }, new Promise(() => undefined))

    expect([logged.length, alerts]).toEqual([1, []])
  })

  test('ends with a refusal that comes in time', async () => {
    const { means, alerts } = house()

    await expect(startWithin(means, Promise.reject(refusal()))).rejects.toThrow(StartError)
    expect(alerts).toEqual([])
  })

  test('tells the secretariat of a refusal that comes later', async () => {
    const { means, alerts } = house()
    const opening = later(50).then(() => {
      throw refusal()
    })
    await startWithin({ ...means, timings: { startMs: 10 } }, opening)

    await expect.poll(() => alerts).toHaveLength(1)
    expect(alerts[0]).toMatch(/^discord:refused .*does not take DISCORD_TOKEN/)
  })

  test('tells the log alone of what is not a refusal', async () => {
    const { means, alerts, logged } = house()
    const opening = later(50).then(() => {
      throw new Error('Something else.')
    })
    await startWithin({ ...means, timings: { startMs: 10 } }, opening)

    await expect.poll(() => logged).toHaveLength(2)
    expect(alerts).toEqual([])
  })
})
