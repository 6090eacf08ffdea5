import { afterAll, beforeAll, expect, test } from 'vitest'

import { array, type Json, object } from '../../../../src/core/json.ts'
import { cardAction } from '../../../support/teams/sent/invokes.ts'
import { cardIn, findAction } from '../../../support/teams/shown/cards.ts'
import { wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeAll(async () => {
  here = await teamsWorld()
  await here.say('secretariat', 'newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say('cted', 'update post "We and UNODC briefed States on border security"')
  await here.settle()
})
afterAll(() => here.end())

const last = () => here.far.messages.at(-1)
const lists = (card: Json) => array(card['body']).filter((one) => object(one)['type'] === 'Input.ChoiceSet')

test('what answers one question is a list with a button beside, and what is chosen there is done', async () => {
  const posted = last()
  const card = cardIn(posted?.activity ?? {})
  expect(lists(card)).toMatchObject([{ style: 'compact', placeholder: 'Choose one' }])
  expect(array(object(lists(card)[0])['choices']).length).toBeGreaterThan(5)

  const nothing = { ...object(findAction(card, 'Choose')['data']), l1: '' }
  const { text } = await here.bring(cardAction(nothing, here.by('cted', { replyTo: posted?.id ?? '' })))
  expect(text).toContain('Choose one in the list first.')

  const [, , third] = array(object(lists(card)[0])['choices']).map((one) => String(object(one)['title']))
  if (posted) await here.press(posted, third ?? '', 'cted')
  await here.say('cted', 'update show U1')
  expect(wordsOf(last()?.activity ?? {})).toContain(third)
})
