import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')
const bo = 'bo.ruiz@unodc.example'

describe('a change that is taken back, and whose taking back is taken back', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(
      secretariat,
      `/directory add person "Bo Ruiz" email:${bo} entity:UNODC from:2026-01-01 timezone:Vienna`,
    )
    await here.turn('2026-11-24T09:00:00Z')
  })
  afterAll(() => here.end())

  /** What each person was told by an action. */
  async function toldBy(act: () => Promise<Reply>) {
    const start = here.delivered.length
    const reply = await act()
    expect(reply.outcome, reply.text).toBe('done')
    const told = here.delivered.slice(start).map(({ to, text }) => `${to}: ${text.split('\n')[0]}`)
    return { reply, told: told.toSorted() }
  }
  const say = (line: string, who = secretariat) => toldBy(() => here.say(who, line))
  const undo = ({ reply }: { reply: Reply }) => toldBy(() => pressUndo(here, reply, secretariat))
  const show = async (line: string) => (await here.say(secretariat, line)).text

  test('of somebody retired who was named for an entity, tells them and whoever was asked for a successor each time', async () => {
    const appointed = await say(
      '/wg appoint ETCIP role:vice-chair entity:UNODC person:"Bo Ruiz" from:2026-11-23',
    )
    expect(appointed.told).toEqual([
      `${bo}: UNODC is vice-chair of ETCIP from 24 Nov 2026 on, by a change of Compact Secretariat.`,
      `${unodc}: UNODC is vice-chair of ETCIP from 24 Nov 2026 on, by a change of Compact Secretariat.`,
    ])
    const left = await say('/wg leave ETCIP entity:UNODC confirm:yes')
    expect(left.told.join()).not.toContain('You are chair')
    await undo(left)

    const retired = await say('/directory retire person "Bo Ruiz" confirm:yes')
    const gone = [
      `${bo}: Compact Secretariat retired your record in the directory from 24 Nov 2026 on: the roles that you held by name end, and I no longer answer you.`,
      `${unodc}: Bo Ruiz no longer represents UNODC as of 24 Nov 2026. Who takes their place?`,
    ]
    expect(retired.told).toEqual(gone)
    expect(retired.reply.text).toContain('Whoever looks after UNODC is asked who takes their place.')
    const back = await undo(retired)
    expect(back.told).toEqual([
      `${bo}: Your record in the directory is in use again: Compact Secretariat took its retirement back.`,
      `${unodc}: Bo Ruiz represents UNODC again: Compact Secretariat took the retirement back. Nobody needs to take their place.`,
    ])
    expect(back.reply.text).toContain('Whoever was asked for a successor is told that none is needed.')
    expect(await show('/wg show ETCIP')).toContain('UNODC (Bo Ruiz)')

    const again = await undo(back)
    expect(again.told).toEqual(gone)
    expect(again.reply.text).toContain('Whoever looks after UNODC is asked who takes their place.')
    expect(await show('/wg show ETCIP')).not.toContain('Bo Ruiz')
    await undo(again)
    expect(await show('/wg show ETCIP')).toContain('UNODC (Bo Ruiz)')
  })

  test('of a move to another entity, tells whoever was asked for a successor, and nobody who was not', async () => {
    const moved = await say('/directory edit person "Bo Ruiz" entity:WHO')
    const asks = `${unodc}: Bo Ruiz no longer represents UNODC as of 24 Nov 2026. Who takes their place?`
    expect(moved.told).toContain(asks)
    const back = await undo(moved)
    const unwanted = `${unodc}: Bo Ruiz represents UNODC again: Compact Secretariat took the change back. Nobody needs to take their place.`
    expect(back.told).toContain(unwanted)
    expect(back.told.filter((one) => one.startsWith(focal('who')))).toEqual([])
    const again = await undo(back)
    expect(again.told).toContain(asks)
    expect((await undo(again)).told).toContain(unwanted)
  })

  test('of a seat that ended, tells whoever was asked for a nominee, and its filling tells whoever held it', async () => {
    await say(`/directory nominate "Bo Ruiz" wg:ETCIP as:principal`)
    await here.turn('2026-11-25T09:00:00Z')
    const ended = await say('/directory retire seat "Bo Ruiz" wg:ETCIP confirm:yes')
    expect(ended.told).toContain(
      `${unodc}: Bo Ruiz no longer holds the principal seat of UNODC in ETCIP from 25 Nov 2026 on. Who takes it?`,
    )
    expect((await undo(ended)).told).toEqual([
      `${bo}: You hold the principal seat of UNODC in ETCIP again, as before.`,
      `${unodc}: Bo Ruiz holds the principal seat of UNODC in ETCIP again: Compact Secretariat took its end back. Nobody needs to be nominated for it.`,
    ])
    const late = await say(`/directory nominate ${unodc} wg:ETCIP as:principal`, unodc)
    expect(late.reply.text).toContain('Bo Ruiz holds it now, until the secretariat confirms.')
    const seated = await say('/directory nominee confirm N1')
    expect(seated.told).toEqual([
      `${bo}: You hold the principal seat of UNODC in ETCIP until 24 Nov 2026; UNODC focal point holds it from 25 Nov 2026 on.`,
      `${unodc}: You hold the principal seat of UNODC in ETCIP from 25 Nov 2026 on.`,
    ])
    await undo(seated)
  })

  test('of an entity retired, ends its seats again as its people are told', async () => {
    const back = await undo(await say('/directory retire entity WHO confirm:yes'))
    expect(await show('/directory entity WHO')).toContain('ETCIP (member)')
    const again = await undo(back)
    expect(again.told.join()).toContain('its seats in working groups end with it')
    expect(await show('/directory entity WHO')).toContain(': none')
    await undo(again)
    expect(await show('/directory entity WHO')).toContain('ETCIP (member)')
  })
})
