import { expect, test } from 'vitest'

import { secretariat, world } from '../../support/world.ts'
import { giveFile, takeOver } from '../directory/giveFile.ts'

test('a chair of the past goes before the one in office of whom nobody knows since when', async () => {
  const here = await world()
  try {
    const say = async (line: string) => (await here.say(secretariat, line)).text
    await say('/wg add AIR name:"Working group on air" pillar:I')
    await takeOver(here, await giveFile(here, 'chairs.csv', 'WG,Role,Entity\nAIR,chair,WHO'))

    const text = await say('/wg appoint AIR chair ICAO from:2020-01-01 to:2020-12-31')
    expect(text).toContain('WHO’s term as chair begins on 1 Jan 2021; its first day was not on record.')
    expect(text).not.toContain('Nobody is on record')
    expect(await say('/wg show AIR')).toContain('chaired by WHO')
    expect(await say('/wg show AIR on:2020-06-01')).toContain('chaired by ICAO')
    expect(await say('/wg show AIR on:2019-06-01')).toContain('no chair on record')

    await say('/wg undo')
    expect(await say('/wg show AIR on:2019-06-01')).toContain('chaired by WHO')
  } finally {
    await here.end()
  }
})
