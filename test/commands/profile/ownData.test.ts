import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { fileOf } from '../../support/lines/fileOf.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const member = focal('cted')
const chair = focal('interpol')
const chairsWords = 'A word that the chair wrote'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

function query(sql: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  return here.database.store.pool.query(sql, [...values]).then(({ rows }) => rows)
}

/** Leaves something of every kind on record of a member. */
async function fill(): Promise<void> {
  for (const [who, line] of [
    [secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08'],
    [secretariat, `/directory edit person ${member} phone:"+43 1 555 0199" title:"Legal officer"`],
    [chair, '/meeting schedule "Fourth meeting" wg:ETCIP start:"10 Dec 14:30" confirm:yes'],
    [member, '/meeting rsvp M1 no note:"on mission"'],
    [member, '/profile hours 9:00-17:30'],
    [member, '/profile away "21 Dec to 31 Dec"'],
    [member, '/reminder add "Ring the dentist" at:"27 Nov 9:00"'],
    [chair, `/reminder add "${chairsWords}" at:"27 Nov 9:00"`],
    [member, '/update post "CTED trained 30 judges in Vienna (10 Nov)" confirm:yes'],
    ['home@elsewhere.example', `/profile link ${member}`],
    [secretariat, '/profile confirm L1'],
    [focal('unodc'), `/directory person ${member}`],
    [focal('unodc'), `/directory wrong ${member} what:"Wrong number, I rang it"`],
  ] as const)
    expect([line, (await here.say(who, line)).outcome]).toEqual([line, 'done'])
}

describe('one’s own data as a file', () => {
  test('holds record, roles, settings, reminders, answers, updates and who looked, and is the caller’s alone', async () => {
    await fill()
    const reply = await here.say(member, '/profile export', {
      place: { platform: 'terminal', tenant: 'local', channel: 'room', private: false },
    })
    const { name, text } = fileOf(reply)
    const held = JSON.parse(text)

    expect(reply.answer.audience).toBe('caller')
    expect(name).toBe('my-data-2026-11-23.json')
    expect(held.person).toMatchObject({ email: member, phone: '+43 1 555 0199', entity: 'CTED' })
    expect(held.accounts).toMatchObject([{ account: 'home@elsewhere.example', via: 'secretariat' }])
    expect(held.workingHours).toMatchObject([{ workFrom: 540, workTo: 1050 }])
    expect(held.absences).toMatchObject([{ firstDay: '2026-12-21', lastDay: '2026-12-31' }])
    expect(held.reminders).toMatchObject([{ text: 'Ring the dentist', at: '2026-11-27T14:00:00.000Z' }])
    expect(held.invitations).toMatchObject([{ response: 'no', remark: 'on mission' }])
    expect(held.updates).toHaveLength(1)
    expect(held.versionsOfUpdates[0].text).toContain('trained 30 judges')
    expect(held.whoLookedYouUp).toMatchObject([{ viewer: 'UNODC focal point', entity: 'UNODC' }])
    expect(held.reportedAboutYou).toMatchObject([{ what: 'Wrong number, I rang it' }])
  })

  test('holds the roles by name with their days', async () => {
    await here.say(
      secretariat,
      `/wg appoint ETCIP role:vice-chair entity:CTED person:${member} from:2026-01-01`,
    )
    const held = JSON.parse(fileOf(await here.say(member, '/profile export')).text)

    expect(held.roles).toMatchObject([
      { group: 'ETCIP', role: 'vice-chair', from: '2026-01-01', until: null },
    ])
  })

  test('holds nothing of what others wrote for themselves, no address of theirs and no secret', async () => {
    await fill()
    await here.say(member, '/meeting calendar address:new')
    const { text } = fileOf(await here.say(member, '/profile export'))

    expect(text).not.toContain(chairsWords)
    expect(text.match(/[\w.]+@compact\.example/g)?.filter((address) => address !== member)).toEqual([])
    expect(text).not.toMatch(/hash|token/i)
  })
})

describe('being forgotten', () => {
  test('is asked first, with what goes and what stays and why, and changes nothing until then', async () => {
    await fill()
    const asked = await here.say(member, '/profile forget')

    expect(asked.outcome).toBe('asked')
    for (const word of [
      'linked accounts',
      'telephone',
      'settings',
      'reminders',
      'hours',
      'written about you',
    ])
      expect(asked.text).toContain(word)
    for (const word of ['roles', 'updates', 'minutes', 'Others rely on these', 'cannot be taken back'])
      expect(asked.text).toContain(word)
    expect((await here.say(member, '/profile hours')).text).toContain('09:00-17:30')
  })

  test('takes accounts, phone, settings, reminders and free text, keeps the record, and tells the secretariat', async () => {
    await fill()
    const [person] = await query('select id, name from people where email = $1', member)
    const done = await press(
      here,
      member,
      buttonNamed(await here.say(member, '/profile forget'), 'Forget me'),
    )

    expect(done.outcome).toBe('done')
    expect(
      await query('select name, email, phone, title, zone from people where id = $1', person?.['id']),
    ).toEqual([{ name: person?.['name'], email: null, phone: null, title: null, zone: 'UTC' }])
    for (const table of ['identities', 'person_hours', 'person_away', 'reminders', 'disclosures'])
      expect(await query(`select * from ${table} where person_id = $1`, person?.['id'])).toEqual([])
    const changes = await query('select before, after from directory_changes')
    expect(JSON.stringify(changes)).not.toMatch(/555 0199|Legal officer|focal\.cted/)
    expect(await query('select what from directory_reports')).toEqual([])
    expect(
      await query('select response, remark from invitations where person_id = $1', person?.['id']),
    ).toEqual([{ response: 'no', remark: null }])
    expect((await here.say(secretariat, '/update show U1')).text).toContain('trained 30 judges')
    const deliveries = here.delivered.filter(
      ({ to, text }) => to === secretariat && text.includes('asked to be forgotten'),
    )
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]?.text).toContain('CTED focal point')
  })

  test('leaves an account that is nobody’s, and nothing is said to it any more', async () => {
    await fill()
    await here.say(member, '/profile forget confirm:yes')
    const before = here.delivered.length
    await here.turn('2026-11-27T14:30:00Z')

    expect((await here.say(member, '/profile show')).outcome).toBe('refused')
    expect((await here.say(member, '/profile forget confirm:yes')).outcome).toBe('refused')
    expect(here.delivered.slice(before).filter(({ to }) => to === member)).toEqual([])
    expect(here.delivered.some(({ text }) => text.includes(chairsWords))).toBe(true)
  })

  test('keeps the roles that were held, with the day on which they ended', async () => {
    await here.say(
      secretariat,
      `/wg appoint ETCIP role:vice-chair entity:CTED person:${member} from:2026-01-01`,
    )
    await here.say(member, '/profile forget confirm:yes')
    const [term] = await query(`select during::text from roles r join people p on p.id = r.person_id
      where p.name = 'CTED focal point' and r.role = 'vice-chair'`)

    expect(term?.['during']).toBe('[2026-01-01,2026-11-23)')
  })

  test('leaves a change of the record nothing to bring back, and its line in the record', async () => {
    const edited = await here.say(secretariat, `/directory edit person ${member} phone:"+43 1 555 0199"`)
    const undo = buttonNamed(edited, 'Undo')
    await here.say(member, '/profile forget confirm:yes')
    const undone = await press(here, secretariat, undo)

    expect(undone.outcome).toBe('refused')
    expect((await here.say(secretariat, '/directory audit')).text).toContain('what was changed is forgotten')
  })

  test('takes what a platform told of the account too, and leaves that of others', async () => {
    await fill()
    for (const account of ['home@elsewhere.example', 'elsewhere@elsewhere.example']) {
      await query(
        `insert into kept (platform, tenant, kind, key, value, at) values ('terminal', 'local', 'user', $1, $2, now())`,
        account,
        JSON.stringify({ email: account }),
      )
    }
    await here.say(member, '/profile forget confirm:yes')

    expect(await query(`select key from kept where kind = 'user'`)).toEqual([
      { key: 'elsewhere@elsewhere.example' },
    ])
  })
})
