import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import { startFarSide } from '../../support/discord/far/farSide.ts'
import { publicKeyOf } from '../../support/discord/sent/keys.ts'
import { bring } from '../../support/discord/sent/signed.ts'
import { linkedDatabase } from '../linked.ts'
import { lookUpsOf } from '../recorded.ts'
import { type Child, child, compareMemory, compareServed, theBot } from '../served.ts'
import { compareStarts, firstOf } from '../starts.ts'
import type { Line } from '../table.ts'
import { type Asked, interaction, rounds } from './load.ts'

const atOnce = [16, 64]
const accounts = Array.from({ length: 50 }, (_, index) => String(1_310_000_000_000_005_000n + BigInt(index)))

/** The whole bot and a bare handler with the same look-up and the same answer, each in its process, in turns. */
export async function benchDiscord(server: string): Promise<readonly Line[]> {
  const { url, people } = await linkedDatabase(server, 'discord', '-', accounts)
  const far = await startFarSide()
  const { token, applicationId, apiUrl } = far.settings()
  const settings = {
    DATABASE_URL: url,
    DISCORD_TOKEN: token,
    DISCORD_APPLICATION_ID: applicationId,
    DISCORD_PUBLIC_KEY: publicKeyOf(),
    DISCORD_API_URL: apiUrl,
  }
  const byKey = people.map(({ account, email }) => ({
    action: 'person',
    option: 'person',
    word: email,
    user: account,
    wanted: email,
  }))
  const [first] = byKey
  if (!first) throw new Error('nobody is there to ask')
  const find: Asked = { ...first, action: 'find', option: 'query', word: 'CTED', wanted: 'exact acronym' }
  const [lookUp, ...others] = await lookUpsOf(url, people[0]?.email ?? '', `/directory find ${find.word}`)
  if (others.length > 0) throw new Error('the command looks up otherwise than with one statement')
  const starts = {
    ours: () => theBot(settings),
    bare: () => child(['test/bench/discord/bare.ts'], { ...settings, LOOK_UP: JSON.stringify(lookUp) }),
    bareName: 'a bare handler',
  }
  const children: Child[] = []
  try {
    const ours = await starts.ours()
    children.push(ours)
    const bare = await starts.bare()
    children.push(bare)
    await sameAnswer(ours, bare, find)
    const pair = { ours, bare, bareName: starts.bareName }
    const lines: Line[] = []
    const loads = [
      { name: 'discord find', least: 0.5, asked: [find] },
      { name: 'discord look-up by key', least: 0.5, latest: 2, asked: byKey },
    ]
    for (const { asked, ...load } of loads) {
      for (const together of atOnce) {
        lines.push(
          ...(await compareServed(pair, { ...load, together, round: rounds(asked) })),
          ...compareMemory(`${load.name}, ${together} at once`, pair, 1.5),
        )
      }
    }
    return [...lines, ...(await compareStarts('discord', starts, firstOf(rounds([first]))))]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

/** Waits until both answer, and holds the two against each other. */
async function sameAnswer(ours: Child, bare: Child, asked: Asked): Promise<void> {
  const until = performance.now() + 15_000
  let answers: readonly unknown[] = []
  while (performance.now() < until) {
    const got = await Promise.all([ours, bare].map(({ base }) => bring(base, interaction(asked))))
    answers = got.map(({ json, text }) => json ?? text)
    if (got.every(({ text }) => text.includes(asked.wanted)) && isDeepStrictEqual(answers[0], answers[1]))
      return
    await pause(200)
  }
  throw new Error(`the two answer otherwise: ${JSON.stringify(answers)}`)
}
