import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Audience, audiences } from '../../../../db/directory/visibility/audience.ts'
import { fileBytes } from '../../../../src/core/message.ts'
import { readSheets } from '../../../../src/directory/import/files/readSheets.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const values = { email: 'x93@hidden.example', phone: '+43 1 26060' } as const
const coordinator = focal('interpol')
const member = focal('cted')

/** Who looks at doors of the secretariat, of coordinators and of members of the group. */
const may: Readonly<Record<Audience, readonly string[]>> = {
  self: [],
  secretariat: [secretariat],
  entity: [secretariat, coordinator],
  group: [secretariat, coordinator, member],
  everyone: [secretariat, coordinator, member],
}

const doors: readonly (readonly [who: string, line: string])[] = [
  [secretariat, '/directory check'],
  [secretariat, '/directory audit'],
  [secretariat, '/directory audit "Ida Owner"'],
  [secretariat, '/directory merge "Ida Owner" into:"Ida Twin"'],
  [secretariat, '/directory handover "Ida Owner" to:focal.interpol@compact.example'],
  [secretariat, '/directory nominate "Ida Owner" wg:ETCIP as:alternate'],
  [secretariat, '/directory retire person "Ida Owner"'],
  [secretariat, '/directory vacancies wg:ETCIP'],
  [secretariat, '/directory attest "Ida Owner"'],
  [secretariat, '/directory edit person "Ida Owner" title:Counsellor'],
  [secretariat, '/wg appoint ETCIP role:vice-chair entity:INTERPOL person:"Ida Owner"'],
  [secretariat, '/wg history ETCIP'],
  [secretariat, '/report draft 2026'],
  [secretariat, '/newsletter draft'],
  [coordinator, '/directory check'],
  [coordinator, '/directory attest mine'],
  [coordinator, '/directory audit "Ida Owner"'],
  [coordinator, '/directory handover "Ida Owner" to:focal.interpol@compact.example'],
  [coordinator, '/directory wrong "Ida Owner" what:"left"'],
  [coordinator, '/directory lookups person:"Ida Owner"'],
  [coordinator, '/directory edit person "Ida Owner" title:Counsellor'],
  [member, '/directory audit "Ida Owner"'],
  [member, '/directory wrong "Ida Owner" what:"left"'],
  [member, '/meeting minutes M1'],
  [member, '/meeting minutes M1 format:markdown'],
  [member, '/meeting minutes M1 format:docx rendition:shareable'],
  [member, '/meeting history M1'],
  [member, '/meeting agenda show M1'],
  [member, '/meeting action list'],
  [member, '/meeting calendar M1'],
  [member, '/report show ETCIP'],
  [member, '/wg history ETCIP'],
  [member, '/profile export'],
]

describe('doors to an address that only show it by the way', () => {
  let here: World
  let person: string
  beforeAll(async () => {
    here = await world()
    await here.say(
      secretariat,
      `/directory add person "Ida Owner" email:${values.email} entity:INTERPOL phone:"${values.phone}" title:Adviser`,
    )
    await here.say(secretariat, '/directory add person "Ida Twin" email:twin@x.example entity:INTERPOL')
    const { pool } = here.database.store
    const { rows } = await pool.query(`select id from people where email = $1`, [values.email])
    person = `P${rows[0].id}`
    await here.say(values.email, '/meeting schedule Quarterly wg:ETCIP start:"25 Nov 14:30"')
    await here.say(values.email, '/meeting agenda add M1 "Drones" by:"Ida Owner"')
    await here.turn('2026-11-25T15:30:00Z')
    await here.say(values.email, '/meeting hold M1 summary:"discussed drones" attended:"INTERPOL, CTED"')
    await here.say(values.email, '/meeting action add M1 what:"Circulate the draft" owner:"Ida Owner"')
    await here.say(values.email, '/profile edit title:"Senior adviser"')
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
  })
  afterAll(() => here.end())

  test.each(audiences)('for %s', async (audience) => {
    here.delivered.length = 0
    await here.say(values.email, `/profile edit email-for:${audience} phone-for:${audience}`)
    const { rows } = await here.database.store.pool.query(
      'select email_for as email, phone_for as phone from people where email = $1',
      [values.email],
    )
    expect(rows).toEqual([{ email: audience, phone: audience }])
    const texts: string[] = []
    for (const [who, line] of doors) {
      const reply = await here.say(who, line.replaceAll('"Ida Owner"', person))
      expect([line, reply.outcome]).not.toEqual([line, 'failed'])
      const whole = await textOf(reply)
      for (const [field, value] of Object.entries(values)) {
        const isOpen = may[audience].includes(who)
        if (whole.includes(value) && !isOpen) texts.push(`${who}: ${line} tells the ${field}`)
      }
    }
    for (const { to, text, message } of here.delivered) {
      if (to === values.email || may[audience].includes(to)) continue
      const whole = `${text}${JSON.stringify(message)}`
      for (const value of Object.values(values)) {
        if (whole.includes(value)) texts.push(`a letter to ${to}: ${text.slice(0, 60)}`)
      }
    }
    for (const value of Object.values(values)) {
      if (here.log.join('\n').includes(value)) texts.push(`the log tells ${value}`)
    }

    expect(texts).toEqual([])
  })
})

/** All that an answer holds: cards, buttons, and what stands in its files. */
async function textOf({ answer }: Reply): Promise<string> {
  const files = answer.message.blocks.flatMap((block) => (block.kind === 'file' ? [block] : []))
  const texts = files.map(async (file) => {
    const bytes = new Uint8Array(fileBytes(file))
    return file.name.endsWith('.xlsx')
      ? JSON.stringify(await readSheets({ name: file.name, mediaType: file.mediaType, bytes }))
      : file.name.endsWith('.docx')
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('')
        : Buffer.from(bytes).toString()
  })
  return [JSON.stringify(answer), ...(await Promise.all(texts))].join('\n')
}
