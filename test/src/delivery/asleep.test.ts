import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const reader = focal('wco')
const at = (day: number) => `start:"2026-12-${day}T14:00" timezone:Europe/Vienna confirm:yes`
const weekly = 'repeat:weekly until:"20 January"'

describe('whoever sleeps while a meeting is cancelled', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(reader, '/profile timezone Asia/Tokyo')
    await here.say(reader, '/reminder settings quiet:22:00-07:00')
    await here.say(chair, `/meeting schedule Plenary wg:ETCIP ${at(10)}`)
  })
  afterAll(() => here.end())

  const cancelled = 'cancel M# confirm:yes'
  const restored = 'restore M# confirm:yes'

  test.each<[string, string[], RegExp[]]>([
    ['nothing where it was restored as well', [cancelled, restored], []],
    ['nothing where that was so twice', [cancelled, restored, cancelled, restored], []],
    [
      'only where it was moved, if it was restored',
      [`move M# ${at(11)}`, cancelled, restored],
      [/^Moved: Plenary, from .* 10 Dec .* to .* 11 Dec /],
    ],
    [
      'that it is cancelled, with the day that they know',
      [`move M# ${at(14)}`, cancelled],
      [/^Cancelled: Plenary, .* 11 Dec .*, which had been moved to .* 14 Dec /],
    ],
    ['nothing where it is cancelled again', [restored, cancelled], []],
    [
      'once that it takes place after all',
      [restored, cancelled, restored],
      [/^It takes place after all: Plenary, /],
    ],
    ['nothing of one that was new', [`schedule Review wg:ETCIP ${at(16)}`, cancelled], []],
    ['of that one, once it is restored, that they are invited', [restored], [/^You are invited: Review/]],
    [
      'of a new series, and that the first of it was moved',
      [`schedule Weekly wg:ETCIP ${weekly} ${at(17)}`, `move M# ${at(18)} series:this`],
      [/^You are invited: Weekly/, /^Moved: Weekly, from .* 17 Dec .* to .* 18 Dec /],
    ],
    [
      'nothing of a new series that was cancelled whole',
      [`schedule Later wg:ETCIP ${weekly} ${at(21)}`, 'cancel M# series:rest confirm:yes'],
      [],
    ],
    [
      'of that one, once it is restored, that they are invited to it',
      ['restore M# series:rest confirm:yes'],
      [/^You are invited: Later/],
    ],
  ])('hears in the morning %s', async (_, lines, said) => {
    const night = new Date(here.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
    await here.turn(`${night}T15:00:00Z`)
    here.delivered.length = 0
    for (const line of lines) {
      const answer = await here.say(chair, `/meeting ${line.replace('#', String(number))}`)
      expect(answer.outcome, `${line} ${answer.text}`).toBe('done')
      if (line.startsWith('schedule')) number = await latest()
    }
    await here.turn(`${night}T22:01:00Z`)
    const told = here.delivered.filter(
      ({ to, text }) => to === reader && /^(?:Moved|Cancelled|It takes place|You are invited):? /.test(text),
    )
    expect(told.map(({ text }) => text)).toEqual(said.map((one) => expect.stringMatching(one)))
  })

  let number = 1
  /** The number of the first meeting that was scheduled last. */
  async function latest(): Promise<number> {
    const { rows } = await here.bot.services.store.pool.query<{ id: number }>(
      'select min(id) as id from meetings where coalesce(series_id, -id) = (select coalesce(series_id, -id) from meetings order by id desc limit 1)',
    )
    return Number(rows[0]?.id)
  }
})
