import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

/** Who is of the directory without having a say in what others hold; and an account that is nobody's. */
const powerless = {
  'a focal point of another entity': focal('undp'),
  'a focal point of an observer': focal('ipu'),
  'the chair of another group': focal('unoct'),
  'a coordinator of another entity': 'coordinator@unesco.example',
  'somebody without an entity': 'guest@elsewhere.example',
  'an account that is nobody’s': 'nobody@elsewhere.example',
} as const

/** What changes or shows the directory's records of WHO, in the words of a button that was forged. */
const acts: readonly (readonly [command: string, values: Readonly<Record<string, string>>])[] = [
  ['directory add entity', { acronym: 'FAKE', name: 'Fake' }],
  ['directory add person', { name: 'Fake Person', email: 'fake@who.example', entity: 'WHO' }],
  ['directory edit entity', { entity: 'WHO', name: 'Fake' }],
  ['directory edit entity', { entity: 'WHO', always: 'yes' }],
  ['directory edit person', { person: 'ana@who.example', title: 'Fake' }],
  ['directory edit person', { person: 'ana@who.example', secretariat: 'yes' }],
  ['directory edit person', { person: 'ana@who.example', coordinator: 'yes' }],
  ['directory retire entity', { entity: 'WHO' }],
  ['directory retire person', { person: 'ana@who.example' }],
  ['directory revert', { change: 'D1' }],
  ['directory apply', { import: 'I1' }],
  ['directory column', { import: 'I1', column: 'x', means: 'nothing' }],
  ['directory nominate', { person: 'ana@who.example', wg: 'BMLE', as: 'principal' }],
  ['directory nominee confirm', { nomination: 'N1' }],
  ['directory nominee decline', { nomination: 'N1', why: 'no' }],
  ['directory handover', { what: 'ana@who.example', to: focal('who') }],
  ['directory merge', { person: 'ana@who.example', into: focal('who') }],
  ['directory check', {}],
  ['directory attest', { who: 'ana@who.example' }],
  ['directory settle', { report: 'W1' }],
  ['directory lookups', { person: 'ana@who.example' }],
  ['directory audit', {}],
  ['directory export', { format: 'csv' }],
  ['wg appoint', { wg: 'BMLE', role: 'vice-chair', entity: 'WHO' }],
  ['wg release', { wg: 'BMLE', role: 'member', entity: 'WHO' }],
  ['wg join', { wg: 'BMLE', entity: 'FATF' }],
  ['wg leave', { wg: 'BMLE', entity: 'WHO' }],
  ['wg undo', { change: 'R1' }],
  ['wg add', { acronym: 'FAKE', name: 'Fake' }],
  ['wg edit', { wg: 'BMLE', name: 'Fake' }],
  ['wg retire', { wg: 'BMLE' }],
]

describe('nobody changes, or is shown, what is not theirs', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    for (const [who, line] of [
      [secretariat, '/directory add person "Ana Nominee" email:ana@who.example entity:WHO'],
      [secretariat, '/directory add person "Una Coordinator" email:coordinator@unesco.example entity:UNESCO'],
      [secretariat, '/directory edit person coordinator@unesco.example coordinator:yes'],
      [focal('who'), '/directory nominate ana@who.example wg:BMLE as:principal'],
      [focal('who'), '/directory wrong WHO what:"The name is old"'],
    ] as const) {
      expect((await here.say(who, line)).outcome, line).toBe('done')
    }
    await here.database.store.pool.query(
      `insert into people (name, email) values ('Guest', 'guest@elsewhere.example')`,
    )
  })
  afterAll(() => here.end())

  /** All that is on record, but for what says who asked for what and when. */
  async function record(): Promise<string> {
    const tables = ['people', 'entities', 'working_groups', 'roles', 'seats', 'posts', 'nominations']
    const rows = await Promise.all(
      [...tables, 'directory_reports', 'directory_changes', 'former_names', 'handovers'].map((table) =>
        here.database.store.pool.query(`select to_jsonb(t) - 'name_words' as row from ${table} t order by 1`),
      ),
    )
    return JSON.stringify(rows.map((one) => one.rows))
  }

  test.each(Object.entries(powerless))('%s, by a forged press or a line', async (_, who) => {
    const before = await record()
    for (const [command, values] of acts) {
      const pressed = await here.press(who, command, values, true)
      const typed = await here.say(who, lineOf(command, values))
      for (const reply of [pressed, typed] satisfies readonly Reply[]) {
        expect(reply.outcome, `${command} ${JSON.stringify(values)}: ${reply.text}`).toBe('refused')
        expect(reply.text).not.toContain('on our side')
      }
    }
    expect(await record()).toBe(before)
  })

  test('a coordinator of the entity gives nobody rights, and confirms no nominee of their own', async () => {
    const before = await record()
    for (const [command, values] of [
      ['directory edit person', { person: 'ana@who.example', secretariat: 'yes' }],
      ['directory edit person', { person: 'ana@who.example', coordinator: 'yes' }],
      ['directory nominee confirm', { nomination: 'N1' }],
      ['directory edit entity', { entity: 'WHO', name: 'Fake' }],
      ['directory merge', { person: 'ana@who.example', into: focal('who') }],
    ] as const) {
      expect((await here.press(focal('who'), command, values, true)).outcome, command).toBe('refused')
    }
    expect(await record()).toBe(before)
  })

  test('a coordinator retires nobody who holds a role that they have not, and is told who can', async () => {
    await here.say(secretariat, '/directory add person "Hugo Chair" email:hugo@who.example entity:IOM')
    await here.say(
      secretariat,
      '/wg appoint PCVE role:co-chair entity:IOM person:hugo@who.example from:2026-11-01 confirm:yes',
    )
    await here.say(secretariat, '/directory edit person hugo@who.example entity:WHO')
    const person = { person: 'hugo@who.example' }
    const before = await record()
    const refused = await here.press(focal('who'), 'directory retire person', person, true)
    expect(refused.text).toContain(
      'They are co-chair of PCVE, and you are not: the secretariat alone changes their e-mail address, retires them and hands over what they hold',
    )
    expect(await record()).toBe(before)
    const help = await here.say(focal('who'), '/help directory retire person')
    expect(help.text).toContain(
      'it alone retires whoever holds a role in a group that the coordinator has not',
    )
  })

  test('a coordinator of the entity takes no address of the secretariat over, and retires nobody of it', async () => {
    const [own, two] = [focal('unoct'), 'two.new@unoct.example']
    await here.say(secretariat, '/directory add person "Sec Two" email:two@unoct.example entity:UNOCT')
    await here.say(secretariat, '/directory edit person two@unoct.example secretariat:yes')
    const { text } = await here.say(own, '/directory edit person two@unoct.example title:Deputy')
    expect(text).toContain('Changed Sec Two.')
    const { answer } = await here.say(secretariat, `/directory edit person two@unoct.example email:${two}`)
    const undo = answer.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .find(({ command }) => command === 'directory revert')
    const before = await record()
    for (const [command, values] of [
      ['directory edit person', { person: two, email: 'mine@unoct.example' }],
      ['directory edit person', { person: two, title: 'x', email: 'mine@unoct.example' }],
      ['directory retire person', { person: two }],
      ['directory handover', { what: two, to: own }],
      ['directory revert', undo?.values ?? {}],
    ] as const) {
      const reply = await here.press(own, command, values, true)
      expect(reply.text, command).toContain('They are of the secretariat')
    }
    expect(await record()).toBe(before)
  })

  test('nor of somebody who holds a role for another entity, nor takes that role over', async () => {
    const [own, three] = [focal('iom'), 'three@who.example']
    await here.say(secretariat, `/directory add person "Three Roles" email:${three} entity:WHO`)
    await here.say(secretariat, `/wg appoint ETCIP role:vice-chair entity:WHO person:${three}`)
    const { text } = await here.say(focal('who'), `/directory edit person ${three} email:four@who.example`)
    expect(text).toContain('Changed Three Roles.')
    await here.say(secretariat, '/directory edit person four@who.example entity:IOM')
    const undo = (
      await here.say(secretariat, `/directory edit person four@who.example email:${three}`)
    ).answer.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .find(({ command }) => command === 'directory revert')
    const before = await record()
    for (const [command, values] of [
      ['directory edit person', { person: three, email: 'mine@iom.example' }],
      ['directory handover', { what: three, to: own }],
      ['directory revert', undo?.values ?? {}],
    ] as const) {
      const reply = await here.press(own, command, values, true)
      expect(reply.text, command).toContain('They are vice-chair of ETCIP, and you are not')
    }
    expect(await record()).toBe(before)
  })
})

function lineOf(command: string, values: Readonly<Record<string, string>>): string {
  const options = Object.entries(values).map(([name, value]) => `${name}:"${value}"`)
  return `/${[command, ...options, 'confirm:yes'].join(' ')}`
}
