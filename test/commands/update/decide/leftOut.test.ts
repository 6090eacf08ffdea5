import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')

describe('what an issue holds', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:"11 Dec"')
  })
  afterAll(() => here.end())

  test('that an entity had nothing to report counts no more once it posts, and its answer says so once', async () => {
    await here.say(unodc, '/newsletter pass')
    const first = await here.say(unodc, '/update post "UNODC trained 40 officers in Accra (4 Nov)"')
    expect(first.text).toContain(
      'UNODC had nothing to report for the November–December 2026 issue until now; that no longer counts.',
    )
    const second = await here.say(unodc, '/update post "UNODC opened an office in Doha (5 Nov)"')
    expect(second.text).not.toContain('nothing to report')
  })

  test('an acceptance after it was published without the update says so to both, with what prints it after all', async () => {
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter approve')
    await here.say(secretariat, '/newsletter publish confirm:yes')
    here.delivered.length = 0
    const accepted = await here.say(secretariat, '/update accept U2')
    expect(accepted.text).toContain(
      'The November–December 2026 issue is published without U2; a correction adds it, or the next issue can take it.',
    )
    expect(here.delivered.map(({ to, text }) => `${to}: ${text}`).join('\n')).toContain(
      'The November–December 2026 issue is published without U2; the secretariat can add it by a correction, or keep it for the next issue.',
    )
    const { command, values } = buttonNamed(accepted, 'Correct the issue')
    const corrected = await here.press(secretariat, command, { ...values, note: 'One was missing.' }, true)
    expect(corrected.text).toContain('New: UNODC opened an office in Doha (5 Nov)')
    expect(await here.say(secretariat, '/update unaccept U2')).toMatchObject({ outcome: 'done' })
    expect((await here.say(secretariat, '/update accept U2')).text).not.toContain('published without')
  })
})
