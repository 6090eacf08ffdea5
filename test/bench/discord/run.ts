import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import pg from 'pg'

import { openDatabase } from '../../../db/store/connect.ts'
import { startFarSide } from '../../support/discord/farSide.ts'
import { publicKeyOf } from '../../support/discord/keys.ts'
import { bring } from '../../support/discord/signed.ts'
import { lookUpsOf } from '../recorded.ts'
import { type Child, child, compareMemory, compareServed, theBot } from '../served.ts'
import type { Line } from '../table.ts'
import { type Asked, interaction, round } from './load.ts'

const atOnce = [16, 64]
const email = 'focal.cted@compact.example'
const asked: Asked = { word: 'CTED', user: '1310000000000005000', wanted: 'exact acronym' }
const load = {
  name: 'discord find',
  least: 0.5,
  round: (base: string, together: number, turns: number) => round(base, together, turns, asked),
}

/** The whole bot and a bare handler with the same look-up and the same answer, each in its process, in turns. */
export async function benchDiscord(server: string): Promise<readonly Line[]> {
  const url = await linked(server)
  const far = await startFarSide()
  const { token, applicationId, apiUrl } = far.settings()
  const settings = {
    DATABASE_URL: url,
    DISCORD_TOKEN: token,
    DISCORD_APPLICATION_ID: applicationId,
    DISCORD_PUBLIC_KEY: publicKeyOf(),
    DISCORD_API_URL: apiUrl,
  }
  const [lookUp, ...others] = await lookUpsOf(url, email, `/directory find ${asked.word}`)
  if (others.length > 0) throw new Error('the command looks up otherwise than with one statement')
  const children: Child[] = []
  try {
    const ours = await theBot(settings)
    children.push(ours)
    const bare = await child(['test/bench/discord/bare.ts'], { ...settings, LOOK_UP: JSON.stringify(lookUp) })
    children.push(bare)
    await sameAnswer(ours, bare)
    const pair = { ours, bare, bareName: 'a bare handler' }
    const lines: Line[] = []
    for (const together of atOnce) lines.push(...(await compareServed(pair, { ...load, together })))
    return [...lines, ...compareMemory('discord', pair)]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

/** A copy of the sample in which the account of the one who asks is linked. */
async function linked(server: string): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query('create database discord template template strategy file_copy')
  await admin.end()
  const url = `${server}/discord`
  const store = await openDatabase({ url, maxConnections: 1 })
  await store.pool.query(
    `insert into identities (platform, tenant, account, person_id, linked_at, via)
     select 'discord', '-', $1, id, now(), 'sample' from people where email = $2`,
    [asked.user, email],
  )
  await store.close()
  return url
}

/** Waits until both answer, and holds the two against each other. */
async function sameAnswer(ours: Child, bare: Child): Promise<void> {
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
