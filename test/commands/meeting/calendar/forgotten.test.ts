import { expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, world } from '../../../support/world.ts'

const leaver = focal('cted')
const chair = focal('interpol')

test('the calendar of whoever is forgotten lets go of the meetings ahead, and the address is kept no longer than that', async () => {
  const letters: Letter[] = []
  const here = await world({
    now: '2026-11-23T09:00:00Z',
    publicUrl: 'https://bot.example',
    mailer: async (letter) => void letters.push(letter),
  })
  const methods = () => letters.filter(({ to }) => to === leaver).map(({ calendar }) => calendar?.method)
  const kept = async () =>
    (await here.database.store.pool.query('select 1 from calendar_letters where email = $1', [leaver]))
      .rowCount
  try {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
    await here.turn('2026-11-23T09:02:00Z')
    expect(methods()).toEqual(['REQUEST'])

    const asked = await here.say(leaver, '/profile forget')
    expect((await press(here, leaver, buttonNamed(asked, 'Forget me'))).outcome).toBe('done')
    await here.turn('2026-11-23T09:04:00Z')
    expect(methods()).toEqual(['REQUEST', 'CANCEL'])
    expect(await kept()).toBe(0)
  } finally {
    await here.end()
  }
})

test('where no mail is set up, the address is forgotten at once', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  try {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
    await here.database.store.pool.query(
      `insert into calendar_letters (meeting_id, email, sequence, method, sent_at) select id, $1, 0, 'REQUEST', now() from meetings`,
      [leaver],
    )
    const asked = await here.say(leaver, '/profile forget')
    await press(here, leaver, buttonNamed(asked, 'Forget me'))
    const { rowCount } = await here.database.store.pool.query('select 1 from calendar_letters')
    expect(rowCount).toBe(0)
  } finally {
    await here.end()
  }
})
