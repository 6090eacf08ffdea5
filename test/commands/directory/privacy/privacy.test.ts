import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Audience } from '../../../../db/directory/visibility/audience.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const email = 'x93@hidden.example'
const phone = '+43 1 26060'

describe('who may see an address', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(
      secretariat,
      `/directory add person "Ida Owner" email:${email} entity:ICAO phone:"${phone}" title:Adviser`,
    )
    await here.say(secretariat, '/directory add person "Colleague" email:colleague@x.example entity:ICAO')
    await here.say(secretariat, '/wg join ETCIP entity:ICAO')
    await here.say(secretariat, '/wg join ETCIP entity:WHO')
  })
  afterAll(() => here.end())

  /** Viewers: the owner, one of their entity, one who shares a group with them, one who does not, the secretariat. */
  const viewers = {
    self: email,
    entity: 'colleague@x.example',
    group: focal('who'),
    everyone: 'stranger@x.example',
    secretariat,
  } as const
  const may: Readonly<Record<Audience, readonly (keyof typeof viewers)[]>> = {
    self: ['self'],
    secretariat: ['self', 'secretariat'],
    entity: ['self', 'entity', 'secretariat'],
    group: ['self', 'entity', 'group', 'secretariat'],
    everyone: ['self', 'entity', 'group', 'everyone', 'secretariat'],
  }

  test.each(Object.keys(may) as Audience[])('on cards, search, typeahead and names: %s', async (audience) => {
    // Groups that are open to all make nobody share a seat with them.
    await here.database.store.pool.query(
      `insert into people (name, email) values ('Stranger', 'stranger@x.example') on conflict do nothing`,
    )
    await here.say(
      secretariat,
      `/directory edit person "Ida Owner" email-for:${audience} phone-for:${audience}`,
    )
    const number = await here.database.store.pool.query(`select id from people where email = '${email}'`)
    const person = `P${number.rows[0].id}`

    for (const [viewer, account] of Object.entries(viewers)) {
      const allowed = may[audience].some((one) => one === viewer)
      const card = await here.say(account, `/directory person ${person}`)
      expect([viewer, card.outcome]).toEqual([viewer, 'done'])
      expect([viewer, JSON.stringify(card.answer).includes(email)]).toEqual([viewer, allowed])
      expect([viewer, card.text.includes(phone)]).toEqual([viewer, allowed])
      const byAddress = await here.say(account, `/directory person ${email}`)
      expect([viewer, byAddress.text.includes('Ida Owner')]).toEqual([viewer, allowed])
      const entity = await here.say(account, '/directory entity ICAO')
      expect([viewer, JSON.stringify(entity.answer).includes(email)]).toEqual([viewer, allowed])
      const found = await here.say(account, '/directory find Ida Owner')
      expect(found.text).toContain('Ida Owner')
      const open = audience === 'everyone'
      expect([viewer, JSON.stringify(found.answer).includes(email)]).toEqual([viewer, open])
      const part = await here.say(account, '/directory find hidden.example')
      expect([viewer, part.text.includes(email)]).toEqual([viewer, false])
      const typed = await here.bot.suggest({
        caller: { platform: 'terminal', tenant: 'local', account },
        vouchedEmail: account,
        kind: 'person',
        typed: 'Ida',
        limit: 5,
      })
      expect([viewer, JSON.stringify(typed).includes(email)]).toEqual([viewer, open])
      expect(typed[0]?.label).toContain('Ida Owner')
    }
  })

  test('whoever was shown can see to whom and when, and nobody else can', async () => {
    await here.say(secretariat, '/directory edit person "Ida Owner" email-for:everyone phone-for:entity')
    await here.say(focal('undp'), '/directory person "Ida Owner"')

    const lookups = await here.say(email, '/directory lookups')
    expect(lookups.text).toContain('UNDP focal point (UNDP) saw the e-mail in /directory person')
    expect((await here.say(focal('undp'), '/directory lookups person:"Ida Owner"')).outcome).toBe('refused')
    expect((await here.say(secretariat, '/directory lookups person:"Ida Owner"')).text).toContain('UNDP')
  })

  test('looking at oneself, and at what one may not see, is not a look-up', async () => {
    await here.say(secretariat, '/directory add person "Shy" email:shy@x.example entity:IOM')
    await here.say('shy@x.example', '/profile edit email-for:self')
    await here.say('shy@x.example', '/directory person shy@x.example')
    await here.say(focal('undp'), '/directory person Shy')

    expect((await here.say('shy@x.example', '/directory lookups')).text).toContain('Nobody was shown')
  })

  test('each says themselves who sees what, a coordinator does not, and it can be taken back', async () => {
    const refused = await here.say(focal('icao'), '/directory edit person "Ida Owner" phone-for:everyone')
    expect(refused.outcome).toBe('refused')

    const changed = await here.say(email, '/profile edit phone-for:everyone title:"Senior adviser"')
    expect(changed.text).toContain('Senior adviser')
    expect((await here.say(focal('undp'), '/directory person "Ida Owner"')).text).toContain(phone)
    const number = /D\d+/.exec(JSON.stringify(changed.answer.message))?.[0] ?? ''
    expect((await here.say(focal('undp'), `/directory revert ${number}`)).outcome).toBe('refused')
    expect((await here.say(email, `/directory revert ${number}`)).outcome).toBe('done')
    expect((await here.say(focal('undp'), '/directory person "Ida Owner"')).text).not.toContain(phone)
  })
})
