import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../commands/index.ts'
import { entities } from '../../db/samples/entities.ts'
import { groups } from '../../db/samples/groups.ts'
import { commandWords } from '../../src/core/catalog.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

const keeper = 'keeper@water.example'
const commands = features.flatMap((feature) => feature.commands.map((one) => commandWords(feature, one)))
const ofTheSample = new RegExp(
  `(?<![\\p{L}-])(?:${[...entities, ...groups].map(({ acronym }) => acronym).join('|')})(?![\\p{L}-])|compact\\.example`,
  'u',
)

describe('in a directory of one’s own', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ onlySecretariat: [keeper] })
    for (const line of [
      'directory add entity ALFA name:"Alfa Agency" kind:member',
      'directory add entity BRAVO name:"Bravo Office" kind:member',
      'directory add entity DELTA name:"Delta Fund" kind:observer',
      'directory add person "Ann Lee" email:ann@alfa.example entity:ALFA',
      'directory add person "Bo Day" email:bo@bravo.example entity:BRAVO',
      'wg add RIVERS name:"Group on Rivers"',
      'wg add LAKES name:"Group on Lakes"',
      'wg appoint RIVERS role:chair entity:ALFA',
    ])
      expect((await here.say(keeper, `/${line}`)).outcome, line).toBe('done')
  })
  afterAll(() => here.end())

  test('help names nobody of the sample', async () => {
    for (const one of [...features.map(({ name }) => name), ...commands]) {
      const { text } = await here.say(keeper, `/help ${one}`)
      expect(text, one).not.toMatch(/^Error/)
      expect(ofTheSample.exec(text)?.[0], text).toBeUndefined()
    }
    const asked = await here.say(keeper, 'how do I retire a person')
    expect(asked.text).toContain('For example: /directory retire person "Ann Lee"')
  })

  test('its examples name the groups, entities and people that there are, each another', async () => {
    const schedule = (await here.say(keeper, '/help meeting schedule')).text
    expect(schedule).toContain('wg:"RIVERS, LAKES"')
    const merge = (await here.say(keeper, '/help directory merge')).text
    expect(merge).toContain('/directory merge ann@alfa.example into:bo@bravo.example')
    expect((await here.say(keeper, '/help wg show')).text).toContain('/wg show RIVERS on:2026-11-21')
    for (const one of [
      'wg show',
      'wg history',
      'directory entity',
      'directory person',
      'directory find',
      'meeting schedule',
      'meeting suggest',
      'report plan',
      'update post',
      'project add',
      'newsletter nudge',
      'wg cadence',
      'library add',
      'meeting silence open',
    ]) {
      const { text } = await here.say(keeper, `/help ${one}`)
      const shown = [...text.matchAll(/^\W*(\/(?!help).*)$/gm)]
        .map(([, line = '']) => line)
        .filter((line) => !/^\/[\w -]+:|[<[]/.test(line))
      expect(shown.length, text).toBeGreaterThan(0)
      for (const line of shown) {
        const reply = await here.say(keeper, line)
        expect([line, reply.text.match(/I know no .*|There is no (?:entity|group|person).*/)?.[0]]).toEqual([
          line,
          undefined,
        ])
      }
    }
  })

  test('whoever is not linked sees no example of who is in it', async () => {
    const { text } = await here.say('stranger@nowhere.example', '/help meeting schedule')
    expect(text).not.toMatch(/RIVERS|ETCIP/)
  })

  test('whoever is not linked is offered linking, with their address where they type it, and no command', async () => {
    const who = 'stranger@nowhere.example'
    const link = /I do not know you yet[\s\S]*\[Link my account\] \[Help\]$/
    const withAddress = /I do not know you yet[\s\S]*\[Link with ana@x\.example\] \[Help\]$/
    for (const [typed, wanted] of [
      ['We trained 40 judges in Accra', link], ['/meeting scedule foo', link], ['accept', link], ['delete U1', link], ['remind me tomorrow at 9 to call Bob', link],
      ['ana@x.example', withAddress], ['my email is ana@x.example', withAddress], ['link ana@x.example', withAddress],
      ['/profile lnik ana@x.example', /\[\/profile link ana@x\.example\]/], ['link my account', /profile link still needs: email/], ['sign me up', /profile link still needs: email/],
      ['/help what is RIVERS', /^I do not know you yet\. Link your account/], ['how do I post an update', /^This does it/],
    ] as const) // biome-ignore format: a table
      expect((await here.say(who, typed)).text, typed).toMatch(wanted)
  })
})

test('in the sample help says its examples as they are', async () => {
  const here = await world()
  expect((await here.say(focal('who'), '/help wg join')).text).toContain('/wg join ETCIP entity:IOM')
  expect((await here.say(secretariat, '/help directory handover')).text).toContain(
    '/directory handover focal.who@compact.example to:focal.iom@compact.example',
  )
  await here.end()
})
