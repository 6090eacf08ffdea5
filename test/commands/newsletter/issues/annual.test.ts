import { expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { focal, secretariat, world } from '../../../support/world.ts'

test('an update names the annual issue that printed it beside its own one', async () => {
  const here = await world({ now: '2026-12-01T09:00:00Z' })
  try {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(
      focal('who'),
      '/update post "WHO trained 40 officers in Accra, Ghana (16-18 Nov)" section:regional',
    )
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
    await here.say(secretariat, '/newsletter open annual 2026 closes:2027-02-01')
    const before = await here.say(secretariat, '/update show U1')
    await here.say(secretariat, '/newsletter approve 2026')
    await here.press(secretariat, 'newsletter publish', { period: '2026' }, true)
    const { text } = await here.say(secretariat, '/update show U1')

    expect(before.text.match(/Printed in /g)).toHaveLength(1)
    expect(text.match(/Printed in .*under “Regional focus”: WHO trained 40/g)).toHaveLength(2)
    expect(text).toMatch(/Printed in .*annual/i)
  } finally {
    await here.end()
  }
})

test('an issue for a whole year is the annual one where nothing else was said', async () => {
  const here = await world({ now: '2026-12-01T09:00:00Z' })
  try {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(
      focal('who'),
      '/update post "WHO trained 40 officers in Accra, Ghana (16-18 Nov)" section:regional',
    )
    await here.say(
      focal('who'),
      '/update post "WHO published a guide https://who.example/g (November)" section:publications',
    )
    await here.say(secretariat, '/update accept U1, U2')
    await here.say(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
    const none = await here.say(secretariat, '/newsletter keep 2026')
    expect(none.text).toContain('There is no annual issue for 2026 yet.')
    expect(buttonsOf(none).map(({ label }) => label)).toEqual(['Open it'])
    const opened = await here.say(secretariat, '/newsletter open annual 2026 closes:2027-02-01')
    expect(opened.text).toContain('Opened the annual issue (2026)')

    const left = await here.say(secretariat, '/newsletter keep out:U1')
    expect(left.text).toContain('keeps 0 of 1 item in “Regional focus”')
  } finally {
    await here.end()
  }
})
