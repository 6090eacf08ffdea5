import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('one’s own directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)

  /** Presses the button of an answer that takes it back. */
  async function undo(answer: Awaited<ReturnType<typeof say>>) {
    const buttons = answer.answer.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )
    const back = buttons.find(({ label }) => label === 'Undo')
    return here.press(secretariat, back?.command ?? '', back?.values ?? {}, true)
  }

  test('an entity is added, found by an alias, changed, and its change taken back', async () => {
    const added = await say(
      '/directory add entity ECOWAS name:"Economic Community of West African States" kind:observer aliases:"CEDEAO; Communauté des États"',
    )
    expect(added.text).toContain('Added ECOWAS')
    expect((await say('/directory entity cedeao')).text).toContain('ECOWAS')

    const changed = await say('/directory edit entity ECOWAS name:"Economic Community"')
    expect(changed.text).toContain('Economic Community')
    expect((await undo(changed)).outcome).toBe('done')
    expect((await say('/directory entity ECOWAS')).text).toContain(
      'Economic Community of West African States',
    )
  })

  test('an acronym that is taken in other letters is refused and nothing is added', async () => {
    const refused = await say('/directory add entity who name:"Another one"')

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('already')
  })

  test('a person who was added can speak at once, in their entity’s name', async () => {
    const added = await say(
      '/directory add person "مندوب النيجر" email:NEW@Niger.example entity:CTED timezone:Africa/Niamey',
    )
    expect(added.text).toContain('new@niger.example')

    const card = await here.say('new@niger.example', '/profile show')
    expect(card.text).toContain('CTED')
    expect(card.text).toContain('Africa/Niamey')
  })

  test('an address that is somebody else’s or none at all is refused', async () => {
    expect((await say('/directory add person Twin email:focal.who@compact.example')).text).toContain(
      'is WHO focal point’s in the directory already. Nothing was changed.',
    )
    expect((await say('/directory add person Nobody email:not-an-address')).text).toContain(
      'not an e-mail address',
    )
  })

  test('a coordinator looks after the people of their own entity alone and gives no rights', async () => {
    await say(`/directory edit person ${focal('who')} coordinator:yes`)

    expect((await say('/directory add person Deputy email:deputy@who.example', focal('who'))).text).toContain(
      '(WHO)',
    )
    expect((await say('/directory add person X email:x@who.example entity:UNDP', focal('who'))).outcome).toBe(
      'refused',
    )
    expect((await say('/directory edit person deputy@who.example entity:UNDP', focal('who'))).outcome).toBe(
      'refused',
    )
    expect(
      (await say('/directory edit person deputy@who.example secretariat:yes', focal('who'))).outcome,
    ).toBe('refused')
    expect((await say('/directory add person Y email:y@who.example', 'deputy@who.example')).outcome).toBe(
      'refused',
    )
  })

  test('who is taken into the secretariat can do its work at once, and all of it is told', async () => {
    await say(`/directory edit person ${focal('iom')} secretariat:yes`)
    expect(
      here.delivered
        .filter(({ text }) => text.includes('changed your rights: you are of the secretariat now.'))
        .map(({ to }) => to),
    ).toEqual([focal('iom')])

    const out = await say(`/directory edit person ${focal('iom')} secretariat:no`)
    expect(out.outcome).toBe('done')
    expect((await say('/wg add X name:X', focal('iom'))).outcome).toBe('refused')
  })

  test('the last of the secretariat cannot be taken out of it', async () => {
    const refused = await say(`/directory edit person ${secretariat} secretariat:no`)

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('nobody in the secretariat')
  })

  test('an entity in the chair is not retired; another one is, with its seats, and an undo gives them back', async () => {
    const chair = await here.press(secretariat, 'directory retire entity', { entity: 'INTERPOL' }, true)
    expect(chair.text).toContain('chairs')

    const seats = async () => (await say('/directory list group:ETCIP')).text.includes('UNIDIR')
    expect(await seats()).toBe(true)
    const retired = await here.press(secretariat, 'directory retire entity', { entity: 'UNIDIR' }, true)
    expect(retired.text).toContain('retired from')
    expect(await seats()).toBe(false)
    expect((await undo(retired)).outcome).toBe('done')
    expect(await seats()).toBe(true)
  })

  test('a retired entity is found as such, and its card shows what stood on a day before', async () => {
    const retired = await here.press(secretariat, 'directory retire entity', { entity: 'UNIDIR' }, true)
    expect(retired.text).toContain('retired from')
    expect((await say('/directory find UNIDIR')).text).toContain(
      ', retired since 21 Nov 2026 (exact acronym)',
    )
    expect((await say('/directory find UNIDIR on:2026-11-01')).text).toContain('retired since 21 Nov 2026')
    const then = await say('/directory entity UNIDIR on:2026-11-01')
    expect(then.text).toContain('Retired: from 21 Nov 2026 on')
    expect(then.text).toMatch(/Groups on 1 Nov 2026: .*ETCIP \(member\)/)
    const now = await say('UNIDIR')
    expect(now.text).toContain('Retired: from 21 Nov 2026 on')
    expect(now.text).toMatch(/Groups on 21 Nov 2026: none$/m)
    const refused = await say('/directory edit entity UNIDIR name:"Another"')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain(
      'UNIDIR is no longer in the directory: it was retired from 21 Nov 2026 on.',
    )
    // Who is still there goes before whoever left: a beginning that both share means the former.
    const beside = await say('/directory add entity UNIDX name:"Experts on Exchange"')
    expect((await say('/directory entity UNID')).text).toMatch(/^UNIDX/)
    await undo(beside)
    expect((await undo(retired)).outcome).toBe('done')
    expect((await say('/directory find UNIDIR')).text).not.toContain('retired')
  })

  test('a retired person can no longer use the bot, and is back after an undo', async () => {
    await say('/directory add person Leaver email:leaver@x.example entity:IOM')
    const retired = await here.press(
      secretariat,
      'directory retire person',
      { person: 'leaver@x.example' },
      true,
    )
    expect((await here.say('leaver@x.example', '/meeting list')).outcome).toBe('refused')
    const heard = () => here.delivered.filter(({ to }) => to === 'leaver@x.example').map(({ text }) => text)
    expect(retired.text).toContain('Leaver is told.')
    expect(heard()).toEqual([expect.stringContaining('Compact Secretariat retired your record')])

    expect((await undo(retired)).text).toContain('Leaver is told.')
    expect(heard()[1]).toContain('is in use again: Compact Secretariat took its retirement back')
    expect((await here.say('leaver@x.example', '/meeting list')).outcome).toBe('done')
  })

  test('a change that was changed again is not overruled by an undo', async () => {
    const first = await say('/directory edit entity IOM name:"Organization for Migration"')
    await say('/directory edit entity IOM name:"International Organization for Migration (IOM)"')
    const refused = await undo(first)

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('changed again')
  })

  test('a group is set up, joined by its chair’s word, and closed', async () => {
    expect((await say('/wg add YOUTH name:"Working Group on Youth" pillar:I')).text).toContain('YOUTH')
    await say('/wg appoint YOUTH role:chair entity:IOM')
    expect((await say('/wg join YOUTH entity:UNDP', focal('iom'))).text).toContain('a member of YOUTH')
    expect((await say('/wg join YOUTH entity:WHO', focal('undp'))).outcome).toBe('refused')
    expect((await say('/wg show YOUTH')).text).toContain('UNDP')

    await here.press(secretariat, 'wg retire', { wg: 'YOUTH', on: '2026-11-01' }, true)
    expect((await say('/wg list')).text).not.toContain('YOUTH')
  })

  test('two who add the same entity at once end with one of it', async () => {
    const line = '/directory add entity TWICE name:"Twice at once"'
    const outcomes = await Promise.all([say(line), say(line)])

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
  })
})
