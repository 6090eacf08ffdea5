import { afterEach, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const value = (letter: Letter, name: string) =>
  new RegExp(`^${name}:(.*)\r$`, 'm').exec(letter.calendar?.text ?? '')?.[1]

test('whoever is taken off and invited anew gets copies that their calendar takes for newer', async () => {
  const letters: Letter[] = []
  here = await world({
    mailer: async (letter) => void letters.push(letter),
    publicUrl: 'https://bot.example',
  })
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z duration:1h')
  const guest = 'attendees M1 email:briefer@elsewhere.example'
  for (const [minute, line] of [
    guest,
    `${guest} withdraw:yes confirm:yes`,
    guest,
    'move M1 start:2026-12-11T14:00Z',
  ].entries()) {
    expect((await here.say(focal('interpol'), `/meeting ${line}`)).outcome, line).toBe('done')
    await here.turn(`2026-11-21T12:0${minute + 1}:00Z`)
  }
  const own = letters.filter(({ to }) => to === 'briefer@elsewhere.example')

  expect(own.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST', 'REQUEST'])
  expect(own.map((letter) => value(letter, 'SEQUENCE'))).toEqual(['0', '1', '2', '3'])
  expect(new Set(own.map(({ id }) => id)).size).toBe(4)
  expect(own.map((letter) => value(letter, 'DTSTAMP'))).toEqual(
    [1, 2, 3, 4].map((minute) => `20261121T120${minute}00Z`),
  )
})
