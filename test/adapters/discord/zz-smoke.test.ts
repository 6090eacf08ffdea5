import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordWorld, discordWorld } from '../../support/discord/world.ts'
import { labelsIn } from '../../support/discord/presses.ts'
for (const gateway of [false, true]) {
  let world: DiscordWorld
  beforeAll(async () => { world = await discordWorld({ gateway }) }, 30_000)
  afterAll(() => world.end())
  test(`smoke ${gateway}`, { timeout: 30_000 }, async () => {
    
    const f = await world.slash('interpol', 'meeting schedule', { title: 'Review', wg: 'ETCIP', start: '2026-12-12 15:00' })
    console.log(f.answeredWith, JSON.stringify(f.said?.body).slice(0, 800), f.modal?.data)
    if (f.said) { const l = labelsIn(f.said); console.log(l); if (l[0]) { const p = await world.press(f.said, l[0], 'interpol'); console.log(p.answeredWith, JSON.stringify(p.modal?.data ?? 0).slice(0,500), JSON.stringify(p.said?.body).slice(0,300))} }
    const u = await world.slash('cted', 'update post')
    console.log(u.answeredWith, JSON.stringify(u.modal?.data ?? 0).slice(0, 900))
    const sent = await world.submit(u.modal, { title: 'A handbook', text: 'We have made one' }).catch(String)
    console.log(sent)
    const msg = world.far.write('1310000000000001003', '1310000000000000101', 'See <@1310000000000001002>')
    const sc = await world.shortcut('cted', 'Post as update', msg)
    console.log(sc.answeredWith, JSON.stringify(sc.modal?.data ?? 0).slice(0, 600))
    await world.settle()
    console.log(world.far.problems, world.log.slice(-5))
    expect(world.far.problems).toEqual([])
  })
}
