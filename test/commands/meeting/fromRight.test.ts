import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../support/said/inFreshWorld.ts'
import { focal } from '../../support/world.ts'

const chair = focal('interpol')

test('a refusal keeps an Arabic title with its number together, and apart from its own words', async () => {
  await inFreshWorld(monday, async (here) => {
    const made = await here.say(
      chair,
      '/meeting schedule "اجتماع 4" wg:ETCIP start:"10 Dec 14:30" confirm:yes',
    )
    expect(made.outcome, made.text).toBe('done')
    for (const [line, words] of [
      ['/meeting end M1', 'M1 \u2068اجتماع 4\u2069 has not been started'],
      ['/meeting minutes M1', 'M1 \u2068اجتماع 4\u2069 has not begun yet'],
      ['/meeting rsvp M1 not here', 'present at M1 \u2068اجتماع 4\u2069; nothing was changed'],
    ] as const)
      expect((await here.say(chair, line)).text).toContain(words)
  })
})
