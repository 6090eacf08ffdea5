import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { buttonsOf } from '../../support/messages/shownMessage.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const coordinator = focal('cted')
const author = 'drafter.cted@compact.example'
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, `/directory add person "Drafter of CTED" email:${author} entity:CTED`)
  await here.say(coordinator, '/update clearance yes')
})
afterEach(() => here.end())

function toldTo(who: string): readonly string[] {
  return here.delivered.filter(({ to }) => to === who).map(({ text }) => text)
}

describe('an entity that clears what its people post', () => {
  test('is asked, clears by a press with name and time, and only then the secretariat accepts', async () => {
    const posted = await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
    const triage = await here.say(secretariat, '/newsletter triage')
    const offered = buttonsOf(triage.answer.message).map(({ label }) => label)
    const early = await here.say(secretariat, '/update accept U1')
    const cleared = await here.say(coordinator, '/update clear U1')

    expect(offered).not.toContain('Accept')
    expect(offered).toContain('Clear U1')
    expect(posted.text).toContain('It waits for clearance by the coordinators of CTED')
    expect(toldTo(coordinator)[0]).toContain(
      'U1 of Drafter of CTED waits for your clearance for CTED: CTED visited Jordan (6-9 Dec)',
    )
    expect(early.text).toContain('U1 waits for clearance by the coordinators of CTED')
    expect(cleared.text).toContain('Cleared U1 for CTED')
    expect(toldTo(author).at(-1)).toContain('cleared your update U1')
    expect((await here.say(author, '/update show U1')).text).toMatch(/Cleared for CTED by .*20 Dec 2026/)
    expect((await here.say(secretariat, '/update accept U1')).outcome).toBe('done')
  })

  test('is asked anew, with what it said before, when the words change after its clearance', async () => {
    await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
    await here.say(coordinator, '/update clear U1')
    const edited = await here.say(author, '/update edit U1 text:"CTED visited Jordan and Iraq (6-9 Dec)"')

    expect(edited.text).toContain('It waits for clearance')
    expect(toldTo(coordinator).at(-1)).toContain('It said before: CTED visited Jordan (6-9 Dec)')
    expect((await here.say(secretariat, '/newsletter triage')).text).toContain('U1 waits for clearance')
    expect((await here.say(secretariat, '/update accept U1')).outcome).toBe('refused')
  })

  test('is named before the issue is published where the secretariat changed its words after the clearance', async () => {
    await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
    await here.say(coordinator, '/update clear U1')
    await here.say(secretariat, '/update accept U1')
    const edited = await here.say(
      secretariat,
      '/update edit U1 text:"CTED visited Jordan and Iraq (6-9 Dec)"',
    )
    const words = 'not cleared as it stands now: U1 (by the coordinators of CTED)'

    expect(edited.text).toContain('whoever publishes the issue sees that it is not cleared')
    expect(toldTo(coordinator).at(-1)).toMatch(/^U1 of Drafter of CTED waits .*changed it. It said before/s)
    expect((await here.say(secretariat, '/newsletter approve')).text).toContain(words)
    expect((await here.say(secretariat, '/newsletter publish')).text).toContain(words)
    await here.say(coordinator, '/update clear U1')
    expect((await here.say(secretariat, '/newsletter publish')).text).not.toContain('not cleared')
  })

  test('may have its words changed by whoever clears it, which clears them, and is told to its author and to whoever accepted it', async () => {
    await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
    const asked = here.delivered.findLast(({ to }) => to === coordinator)
    const edit = asked?.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .find(({ label }) => label === 'Edit')
    const text = 'CTED visited Jordan and Iraq (6-9 Dec)'
    const changed = await here.press(coordinator, edit?.command ?? '', { ...edit?.values, text })
    const undone = await press(here, coordinator, buttonNamed(changed, 'Undo'))
    await here.press(coordinator, edit?.command ?? '', { ...edit?.values, text })
    await here.say(secretariat, '/update accept U1')
    const again = await here.say(coordinator, `/update edit U1 text:"${text.replace('Iraq', 'Egypt')}"`)

    expect(changed.text).toContain('Its author, Drafter of CTED, is told the new words.')
    expect(changed.text).not.toContain('waits for clearance')
    expect(undone.text).toContain('Taken back: U1 is proposed again')
    expect(toldTo(author).some((one) => one.startsWith('CTED focal point changed your update U1.'))).toBe(
      true,
    )
    expect(toldTo(author).some((one) => one.startsWith('The secretariat changed'))).toBe(false)
    expect(again.text).toContain('It was accepted and is proposed again')
    expect(toldTo(secretariat).at(-1)).toContain('CTED focal point changed U1, which you had accepted')
    expect((await here.say(focal('who'), '/update edit U1 place:Amman')).outcome).toBe('refused')
    expect((await here.say(coordinator, '/update withdraw U1')).outcome).toBe('refused')
  })

  test('does not clear for others, and nobody else clears for it', async () => {
    await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')

    expect((await here.say(author, '/update clear U1')).outcome).toBe('refused')
    expect((await here.say(focal('who'), '/update clear U1')).outcome).toBe('refused')
    expect((await here.say(focal('who'), '/update clearance no entity:CTED')).outcome).toBe('refused')
  })

  test('whose coordinator posts has cleared it, and others are accepted beside one that waits', async () => {
    const own = await here.say(coordinator, '/update post "CTED visited Jordan (6-9 Dec)"')
    await here.say(author, '/update post "CTED trained judges in Lima, Peru (14 Dec)"')
    const all = await here.say(secretariat, '/update accept U1,U2')

    expect(own.text).not.toContain('waits for clearance')
    expect(all.text).toContain('Accepted 1 update')
    expect(all.text).toContain('U2 waits for clearance by the coordinators of CTED')
  })

  test('takes a clearance back, and the secretariat may clear for it by a press of its own', async () => {
    await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
    const cleared = await here.say(coordinator, '/update clear U1')
    await press(here, coordinator, buttonNamed(cleared, 'Undo'))
    const refused = await here.say(secretariat, '/update accept U1')
    await press(here, secretariat, buttonNamed(refused, 'Clear U1'))

    expect((await here.say(secretariat, '/update accept U1')).outcome).toBe('done')
  })

  test('asks for it no more when it says so', async () => {
    const off = await here.say(coordinator, '/update clearance no')
    const posted = await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')

    expect(off.text).toContain('goes to the secretariat at once')
    expect(posted.text).not.toContain('waits for clearance')
  })
})
