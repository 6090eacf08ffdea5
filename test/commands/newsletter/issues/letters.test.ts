import { expect, test } from 'vitest'

import { leaveList } from '../../../../db/newsletter/readers/subscribers.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

test('a reader whose mail server refuses the letter for good is tried once, and the secretariat is told with a button', async () => {
  const tried: Letter[] = []
  const here = await world({
    now: '2026-12-01T09:00:00Z',
    publicUrl: 'https://bot.example',
    async mailer(letter) {
      tried.push(letter)
      if (letter.to.startsWith('gone'))
        throw Object.assign(new Error('550 No such user'), { responseCode: 550 })
    },
  })
  try {
    await publishTo(here, 'gone@un.example, there@un.example')
    const deliveries = here.delivered.filter(({ text }) => text.includes('gone@un.example'))

    expect(tried.map(({ to }) => to).toSorted()).toEqual(['gone@un.example', 'there@un.example'])
    expect(deliveries.map(({ to }) => to)).toEqual([secretariat])
    expect(deliveries[0]?.text).toContain('could not be sent to gone@un.example, and is not tried again: 550')
    // The same on every try, and different for everybody.
    expect(new Set(tried.map(({ id }) => id)).size).toBe(2)
    expect(tried.every(({ id }) => id?.startsWith('newsletter-'))).toBe(true)
  } finally {
    await here.end()
  }
})

test('a letter that waits does not go to a reader who has left the list meanwhile', async () => {
  const tried: string[] = []
  const left = async (email: string) => {
    const { rows } = await here.database.store.pool.query<{ token: string }>(
      'select token from newsletter_subscribers where email = $1',
      [email],
    )
    await leaveList(here.database.store.kysely, rows[0]?.token ?? '', new Date('2026-12-01T09:00:00Z'))
  }
  const here = await world({
    now: '2026-12-01T09:00:00Z',
    publicUrl: 'https://bot.example',
    async mailer({ to }) {
      tried.push(to)
      // Whichever letter is the first, the reader of the other one leaves.
      await left(to === 'one@un.example' ? 'two@un.example' : 'one@un.example')
    },
  })
  try {
    await publishTo(here, 'one@un.example, two@un.example')

    expect(tried).toHaveLength(1)
  } finally {
    await here.end()
  }
})

/** Publishes an issue of one item, which is sent to the readers. */
async function publishTo(here: World, readers: string): Promise<void> {
  await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
  await here.say(focal('who'), '/update post "WHO trained 40 officers in Accra, Ghana (16-18 Nov)"')
  await here.say(secretariat, '/update accept U1')
  await here.say(secretariat, `/newsletter subscribers add "${readers}"`)
  await here.say(secretariat, '/newsletter approve')
  await here.press(secretariat, 'newsletter publish', {}, true)
}
