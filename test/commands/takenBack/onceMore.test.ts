import { afterAll, beforeAll, expect, test } from 'vitest'

import { prepare, type Typed } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { buttonLike, goAhead, press, sayIt } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const [interpol, unodc] = [focal('interpol'), focal('unodc')]
const outsider = focal('unaoc')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
  await sayIt(here, unodc, '/reminder add "Report" at:"4 Dec 10:00" repeat:"quarterly 6 times"')
  await sayIt(here, interpol, '/reminder add "Papers" at:"4 Dec 10:00" wg:ETCIP repeat:weekly')
})
afterAll(() => here.end())

const lines: readonly Typed[] = [
  [secretariat, '/directory edit entity WHO name:"World Health"'],
  [secretariat, '/directory edit entity WHO acronym:WHOX aliases:"Wo, Wu"'],
  [secretariat, '/wg edit ETCIP name:"Working Group on Threats" number:3'],
  [secretariat, '/directory edit person focal.who@compact.example entity:IOM'],
  [secretariat, '/directory edit person focal.who@compact.example title:Head from:2026-10-01'],
  [secretariat, '/directory nominate focal.who@compact.example wg:ETCIP as:principal'],
  [secretariat, '/wg appoint ETCIP role:co-chair entity:WHO person:focal.who@compact.example'],
  [interpol, '/wg cadence ETCIP rhythm:yearly'],
  [unodc, '/reminder edit R1 repeat:weekly'],
  [unodc, '/reminder edit R2 repeat:monthly'],
  [unodc, '/reminder edit R2 repeat:"monthly until 1 Jun 2027"'],
  [secretariat, '/reminder edit R3 at:"5 Dec 10:00"'],
  [interpol, '/meeting agenda remove M1 item:"1 and 2"'],
  [interpol, '/meeting agenda edit M1 1 presenter:UNODC'],
  [interpol, '/meeting edit M1 kind:in-focus link:https://m.example/1 duration:2h'],
  [unodc, '/update edit U1 link:https://a.example/x'],
  [unodc, '/project edit PRJ1 title:"Courts 2" beneficiaries:"Mali, Chad" budget:"EUR 1m"'],
]

/** What cannot be told apart from what was there before it was taken back: another row says the same. */
function unnumbered(record: Awaited<ReturnType<typeof recordOf>>) {
  const posts = record['posts']?.map((row) => row.replace(/^\[\["id",\d+\],/, '[')).toSorted() ?? []
  return { ...record, posts }
}

test.each(lines)(
  'the undo is for those alone who may change it, acts once, and can be taken back and made again: by %s: %s',
  async (who, line) => {
    const record = async () => unnumbered(await recordOf(here))
    const undoOf = (reply: Awaited<ReturnType<typeof press>>) => {
      const undo = buttonLike(reply, /^Undo/)
      return async (by = who) => undo && goAhead(here, by, await press(here, by, undo))
    }
    const before = await record()
    const done = await sayIt(here, who, line)
    expect(done.outcome, done.text).toBe('done')
    const changed = await record()

    expect((await undoOf(done)(outsider))?.outcome).toBe('refused')
    expect(await record()).toEqual(changed)

    const undone = await undoOf(done)()
    expect(await record()).toEqual(before)
    const heard = here.delivered.length
    await undoOf(done)()
    expect(await record()).toEqual(before)
    expect(here.delivered.slice(heard)).toEqual([])

    const redone = undone && (await undoOf(undone)())
    if (redone === undefined) return
    expect(await record(), redone.text).toEqual(changed)
    await undoOf(redone)()
    expect(await record()).toEqual(before)
  },
)
