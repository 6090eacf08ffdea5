import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { fileOf } from '../../support/lines/fileOf.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const member = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of [
    [member, '/library add "Course on drones" link:https://un.example/course'],
    [member, '/report plan ETCIP add:"A paper on drones" due:"30 Nov 2026"'],
    [member, '/report submit ETCIP year:2026 heading:research text:"We wrote a paper."'],
    [secretariat, '/recommendation add "Train border guards" country:Jordan'],
    [secretariat, `/recommendation assign REC1 owner:${member} due:"1 Mar 2027"`],
    [member, '/recommendation status REC1 "in progress" note:"A course is planned"'],
    [secretariat, '/project add "Airport security" lead:INTERPOL'],
  ] as const)
    expect([line, (await here.say(who, line)).outcome]).toEqual([line, 'done'])
})
afterEach(() => here.end())

const deliveredTo = (who: string, words: string) =>
  here.delivered.filter(({ to, text }) => to === who && text.includes(words))

describe('what a person entered in the records of the house', () => {
  test('stands in the export, with what they follow up and changed, and nothing that others entered', async () => {
    const held = JSON.parse(fileOf(await here.say(member, '/profile export')).text)

    expect(held.libraryItemsAdded).toMatchObject([{ title: 'Course on drones' }])
    expect(held.workPlanned).toMatchObject([{ group: 'ETCIP', what: 'A paper on drones' }])
    expect(held.reportsWritten).toMatchObject([
      { group: 'ETCIP', year: 2026, became: { body: 'We wrote a paper.' } },
    ])
    expect(held.recommendationsToFollowUp).toMatchObject([{ country: 'Jordan', status: 'in progress' }])
    expect(held.changesOfRecords).toContainEqual(
      expect.objectContaining({
        kind: 'recommendation',
        became: { status: 'in progress' },
        note: 'A course is planned',
      }),
    )
    expect(held.recommendationsRecorded).toEqual([])
    expect(held.projectsAdded).toEqual([])

    const other = JSON.parse(fileOf(await here.say(secretariat, '/profile export')).text)
    expect(other.recommendationsRecorded).toMatchObject([{ country: 'Jordan' }])
    expect(other.projectsAdded).toMatchObject([{ title: 'Airport security' }])
    expect(other.recommendationsToFollowUp).toEqual([])
  })

  test('stays when they are forgotten; the secretariat hears what is left in hand, and is reminded of it', async () => {
    expect((await here.say(member, '/profile forget')).text).toContain('recommendations and projects')
    expect((await here.say(member, '/profile forget confirm:yes')).outcome).toBe('done')

    expect((await here.say(secretariat, '/library show LIB1')).text).toContain('Added by: INTERPOL')
    expect((await here.say(secretariat, '/recommendation show REC1')).text).toContain('A course is planned')
    const [said] = deliveredTo(secretariat, 'asked to be forgotten')
    expect(said?.text).toContain('1 recommendation to follow up')
    expect(said?.text).toContain('[Hand over]')
    await here.turn('2027-02-15T15:00:00Z')
    expect(deliveredTo(secretariat, 'is to be followed up by 1 Mar 2027')).toHaveLength(1)
  })
})
