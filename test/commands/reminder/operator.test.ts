import { afterEach, describe, expect, test } from 'vitest'

import { oldestUndelivered } from '../../../db/ledger/undelivered.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Letter } from '../../../src/core/feature/notice.ts'
import { createMetrics } from '../../../src/process/metrics.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

describe('what could not be delivered', () => {
  test('is listed with the reason, sent again once, and then gone from the list', async () => {
    let broken = true
    here = await world({
      post: async (to) => {
        if (broken && to.email === who) throw new DeliveryError('the account is closed', { kind: 'gone' })
      },
    })
    await here.say(who, '/reminder add Tea at:"in 5 minutes"')
    await here.turn('2026-11-21T12:05:00Z')
    const failed = await here.say(secretariat, '/reminder failed')
    expect(failed.text).toContain('reminder (reminder:1) to WHO focal point')
    expect(failed.text).toContain('no account could be reached')
    // Whoever reads the list is not told what was said to somebody else.
    expect(failed.text).not.toContain('Tea')
    expect((await here.say(secretariat, '/reminder unreachable')).text).toContain('WHO focal point (WHO)')
    expect((await here.say(who, '/reminder failed')).outcome).toBe('refused')

    broken = false
    const number = /N\d+/.exec(failed.text)?.[0] ?? ''
    await here.say(secretariat, `/reminder resend ${number}`)
    expect((await here.say(secretariat, `/reminder resend ${number}`)).outcome).toBe('refused')
    expect(here.delivered.filter(({ to }) => to === who).map(({ text }) => text)).toEqual([
      expect.stringContaining('Tea'),
    ])
    expect((await here.say(secretariat, '/reminder failed')).text).toContain('Nothing failed')
    expect((await here.say(secretariat, '/reminder unreachable')).text).toContain('could be reached')
  })

  test('is asked about before it is sent a second time where it may have arrived', async () => {
    here = await world({
      post: async (to) => {
        if (to.email === who) throw new Error('socket hang up')
      },
    })
    await here.say(who, '/reminder add Tea at:"in 5 minutes"')
    await here.turn('2026-11-21T12:05:00Z')
    const number = /N\d+/.exec((await here.say(secretariat, '/reminder failed')).text)?.[0] ?? ''
    const asked = await here.say(secretariat, `/reminder resend ${number}`)

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('may then come twice')
    expect((await here.say(secretariat, '/reminder resend all')).text).toContain('Nothing is left')
  })
})

describe('where somebody is reached', () => {
  test('is by e-mail for whom asked for it, and again in the chat for whom took that back', async () => {
    const letters: Letter[] = []
    here = await world({ mailer: async (letter) => void letters.push(letter) })
    await here.say(who, '/reminder settings via:email')
    await here.say(who, '/reminder add "Send the report" at:"in 5 minutes"')
    await here.turn('2026-11-21T12:05:00Z')
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ to: who, subject: expect.stringContaining('Send the report') })
    expect(letters[0]?.text).toContain('/reminder snooze reminder:"R1" until:"1h"')
    expect(here.delivered.filter(({ to }) => to === who)).toEqual([])
    await here.say(who, '/reminder settings via:auto')
    await here.say(who, '/reminder add Tea at:"in 5 minutes"')
    await here.turn('2026-11-21T12:10:00Z')

    expect(letters).toHaveLength(1)
    expect(here.delivered.filter(({ to }) => to === who)).toHaveLength(1)
  })

  test('is refused as e-mail where no mail is set up', async () => {
    here = await world()
    expect((await here.say(who, '/reminder settings via:email')).text).toContain('No outgoing mail')
  })

  test('is tried elsewhere when the mail server refuses the address', async () => {
    here = await world({
      mailer: async () => {
        throw Object.assign(new Error('550 no such user'), { responseCode: 550 })
      },
    })
    await here.say(who, '/reminder settings via:email')
    await here.say(who, '/reminder add Tea at:"in 5 minutes"')
    await here.turn('2026-11-21T12:05:00Z')

    expect(here.delivered.filter(({ to }) => to === who)).toHaveLength(1)
  })
})

test('what is said and what waits can be measured from outside', async () => {
  const metrics = createMetrics(async () => 42)
  here = await world({ meter: metrics })
  await here.say(who, '/reminder add Tea at:"in 5 minutes"')
  await here.turn('2026-11-21T12:05:00Z')
  const { body } = await metrics.text()

  expect(body).toContain('rapporteur_notices_due_total{rule="reminder"} 1')
  expect(body).toContain('rapporteur_notices_sent_total{rule="reminder",platform="terminal"} 1')
  expect(body).toContain('rapporteur_notices_oldest_undelivered_seconds 42')
  expect(await oldestUndelivered(here.database.store.kysely, new Date('2026-11-21T13:00:00Z'))).toBe(0)
})
