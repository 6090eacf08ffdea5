import pg from 'pg'

import type { TestDatabase } from '../../support/database.ts'
import { startFarSide as startDiscord } from '../../support/discord/far/farSide.ts'
import { linkEverybody as linkDiscord, meetEverybody, populate } from '../../support/discord/world/people.ts'
import { discordStorm } from '../../support/discord/world/storm.ts'
import { slackStorm } from '../../support/faults/slackStorm.ts'
import { type Aftermath, type Storm, throughStorm, until } from '../../support/faults/storm.ts'
import { killAll, start } from '../../support/processes.ts'
import { linkEverybody as linkSlack, farSide as startSlack } from '../../support/slack/people.ts'
import { copiedSample } from '../copied.ts'
import { madeUpPeople } from '../people.ts'
import { type Line, line } from '../table.ts'

const people = 150
/** A process is killed every few seconds. */
const kills = 30

/** What becomes of 10,000 notices on Slack. */
export async function benchSlackStorm(server: string): Promise<readonly Line[]> {
  const { url, store } = await grown(server, 'slackstorm')
  const far = await startSlack()
  await linkSlack({ store }, far)
  const ways = slackStorm({ store }, far, url)
  return through('Slack', { ...ways, ...inEarnest(store, url, ways.env), notices: 10_000, kills })
}

/** What becomes of fewer on Discord, which takes thirty a second of one bot. */
export async function benchDiscordStorm(server: string): Promise<readonly Line[]> {
  const { url, store } = await grown(server, 'discordstorm')
  const far = await startDiscord()
  populate(far)
  await linkDiscord({ store }, far)
  await meetEverybody({ store }, far)
  const ways = discordStorm({ store }, far, url)
  return through('Discord', { ...ways, ...inEarnest(store, url, ways.env), notices: 3_000, kills })
}

async function through(platform: string, storm: Storm): Promise<readonly Line[]> {
  try {
    return linesOf(platform, await throughStorm(storm))
  } finally {
    await killAll()
  }
}

/** A copy of the sample with more people. */
async function grown(server: string, name: string): Promise<Pick<TestDatabase, 'store' | 'url'>> {
  const { url, store } = await copiedSample(server, name, 4)
  // Benches run without it, but a server that crashes then forgets the last half second, which it had acknowledged.
  await store.pool.query(`alter database ${name} set synchronous_commit = on`)
  const made = madeUpPeople(people)
  await store.pool.query('insert into people (name, email) select * from unnest($1::text[], $2::text[])', [
    made.map(({ name: called }) => called),
    made.map(({ email }) => email),
  ])
  return { url, store }
}

/** Postgres is restarted as after a crash; another process delivers what the killed ones left behind. */
function inEarnest(
  { pool }: TestDatabase['store'],
  url: string,
  env: Storm['env'],
): Pick<Storm, 'restart' | 'finish'> {
  pool.on('error', () => undefined)
  const answers = () =>
    pool.query('select 1').then(
      () => true,
      () => false,
    )
  const settled = async () => {
    const { rows } = await pool.query(
      `select from waiting union all select from notices where state = 'ambiguous' and reported_at is null limit 1`,
    )
    return rows.length === 0
  }
  return {
    async restart() {
      const victim = new pg.Client({ connectionString: url })
      victim.on('error', () => undefined)
      await victim.connect()
      const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid')
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
      await until(answers, 'Postgres does not come back')
    },
    async finish() {
      const last = start([], { LOG_LEVEL: 'error', ...env })
      await until(settled, 'notices still wait')
      last.process.kill('SIGTERM')
      await last.ended
    },
  }
}

function linesOf(platform: string, after: Aftermath): readonly Line[] {
  const none = { at: 0, better: 'less' } as const
  const of = (what: string, value: number, target?: Line['target']) =>
    line(`${platform}, ${kills} kills: ${what}`, value, '', target)
  return [
    of('notices', after.notices),
    of('seconds between kills', after.secondsBetweenKills),
    of('arrived', after.arrived),
    of('in doubt, as their answer was lost', after.inDoubt),
    of('arrived twice', after.twice, none),
    of('in doubt and not told of', after.untold, none),
    of('marked as sent and not arrived', after.lost, none),
    of('neither sent nor in doubt', after.left, none),
  ]
}
