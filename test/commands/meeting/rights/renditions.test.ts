import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { focal, type World, world } from '../../../support/world.ts'

/** ETCIP is led by INTERPOL; IPU observes it. */
const [chair, member] = [focal('interpol'), focal('who')]

describe('minutes as a Word document', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-12-10T13:00:00Z' })
    for (const [who, line] of [
      [chair, 'schedule Quarterly wg:ETCIP start:"10 Dec 14:30" timezone:Europe/Paris'],
      [chair, 'agenda add M1 item:Drones presenter:"Jane <jane@who.example>" minutes:20m'],
      [member, 'rsvp M1 no note:"Moving house"'],
      [chair, 'start M1'],
      [member, 'note M1 text:"Between us, the budget is thin"'],
      [member, 'note M1 text:"Words for the plan to plan@un.example" audience:shareable'],
      [chair, 'propose M1 text:"Adopt the plan"'],
      [member, 'note M1 text:"Not funded" objects:R1'],
      [chair, 'resolve M1 outcome:adopted'],
      [chair, 'propose M1 text:"Meet weekly"'],
      [chair, 'resolve M1 outcome:"not adopted"'],
      [chair, 'action add M1 what:"Write to boss@un.example" owner:CTED due:"20 Dec"'],
      [chair, 'end M1'],
      [chair, 'hold M1 summary:"discussed drones" attended:"INTERPOL, CTED, IPU"'],
    ] as const) {
      const reply = await here.say(who, `/meeting ${line}`)
      if (reply.outcome !== 'done') throw new Error(`${line}: ${reply.text}`)
    }
  })
  afterAll(() => here.end())

  /** The document as Word shows it, and everything in its file. */
  async function read(who: string, rendition: string) {
    const reply = await here.say(who, `/meeting minutes M1 format:docx rendition:${rendition}`)
    const file = reply.answer.message.blocks.find((one) => one.kind === 'file')
    if (!file) throw new Error('no document')
    const bytes = fileBytes(file)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const parts = Object.values(unzipSync(new Uint8Array(bytes))).map((part) => strFromU8(part))
    return { text: value.replace(/\n+/g, '\n'), all: parts.join('\n') }
  }

  const shared = [
    ...['Minutes: Quarterly', 'When: Thu 10 Dec 2026, 14:30 (Europe/Paris), 1 h', 'Group: ETCIP'],
    ...['Present: CTED, INTERPOL', 'Observers present: IPU', 'discussed drones', '1. Drones'],
    ...['Words for the plan to plan@un.example', 'Resolved: Adopt the plan', '(CTED, due 20 Dec 2026)'],
  ]
  const kept = [
    ...['Regrets: WHO', 'Between us, the budget is thin', 'Not funded', 'Not adopted: Meet weekly'],
    ...['jane@who.example', 'boss@un.example'],
  ]

  test('for the members has all that is on record', async () => {
    const { text } = await read(member, 'internal')

    for (const words of [...shared, ...kept]) expect(text).toContain(words)
  })

  test('to be shared has nothing in any part of its file that is for the members alone', async () => {
    const { text, all } = await read(focal('ipu'), 'shareable')

    for (const words of shared) expect(text).toContain(words)
    for (const words of [
      'WHO',
      'Between us',
      'Not funded',
      'weekly',
      'jane',
      'boss',
      'Moving house',
      'objection',
    ])
      expect(all).not.toContain(words)
    expect(all).not.toContain('@compact.example')
    expect(all).toContain('<dc:creator>Rapporteur</dc:creator>')
  })
})
