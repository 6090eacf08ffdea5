import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, buttonsOf, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, '/directory add person "Una Bell" email:una@un.example entity:UNODC')
  await here.say(secretariat, '/directory add person "Udo Bell" email:udo@un.example entity:UNODC')
})
afterAll(() => here.end())

function contact(person: string) {
  return here.say(secretariat, `/newsletter contact ${person}`)
}

test('of two who name whom to call first at once, the later one overrules the former, who hears it', async () => {
  const both = await Promise.all([contact('una@un.example'), contact('udo@un.example')])
  expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  const heard = (address: string) => here.delivered.filter(({ to }) => to === address).map(({ text }) => text)
  const ends = [heard('una@un.example'), heard('udo@un.example')].filter((texts) =>
    texts.some((text) => text.includes('not you any more')),
  )
  expect(ends).toHaveLength(1)
})

test('the same said twice at once is done once', async () => {
  await here.say(focal('who'), '/newsletter contact')
  const both = await Promise.all([contact(focal('who')), contact(focal('who'))])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused'])
})

test('whoever has left the entity is not called first any more, and no undo names them again', async () => {
  await contact('una@un.example')
  await here.say(secretariat, '/directory edit person una@un.example entity:WHO')
  const heard = here.delivered.length
  const next = await contact('udo@un.example')
  expect(next.text).toContain('Udo Bell is called first from now on.')
  expect(here.delivered.slice(heard).filter(({ to }) => to === 'una@un.example')).toEqual([])
  expect(buttonsOf(next).map(({ label }) => label)).toEqual(['Undo: back to the usual order'])
  const undone = await press(here, secretariat, buttonNamed(next, 'Undo: back to the usual order'))
  expect(undone.outcome, undone.text).toBe('done')
})
