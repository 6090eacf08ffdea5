import { createDiscord } from '../../../../adapters/discord/index.ts'
import type { TestDatabase } from '../../database.ts'
import { patientAnswerMs } from '../../runner/answerWaits.ts'
import { until } from '../../runner/until.ts'
import { type Served, serveWith, workOffAhead } from '../../served.ts'
import { app } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { publicKeyOf } from '../sent/keys.ts'
import { linkPeople, populate } from './people.ts'
import { bringing, type Speaking } from './speaking.ts'

export interface ServedOptions {
  /** Where it finds Postgres and Discord; by the straight way unless told. */
  readonly env?: Readonly<Record<string, string>>
  /** Interactions come by the gateway rather than by HTTP. */
  readonly gateway?: boolean
  /** Whether Discord can be asked from the start; waited for, so that the first command finds all in place. */
  readonly reachable?: boolean
}

/** Starts the program on a free port and waits until it serves. */
export async function serve(
  database: Pick<TestDatabase, 'url'>,
  far: Pick<FarSide, 'apiUrl'>,
  { env = {}, gateway = false, reachable = true }: ServedOptions = {},
): Promise<Served> {
  const served = await serveWith(database, {
    DISCORD_TOKEN: app.token,
    DISCORD_APPLICATION_ID: app.id,
    DISCORD_API_URL: far.apiUrl,
    ...(gateway ? {} : { DISCORD_PUBLIC_KEY: publicKeyOf() }),
    ...env,
  })
  if (reachable) {
    const known = async () => {
      const text = await (await fetch(`${served.base}/readyz`)).text()
      if (!/"discord":true/.test(text)) throw new Error(text)
    }
    await until(known)
  }
  return served
}

/**
 * A fake Discord on the machine’s own clock, in which the sample’s people have linked accounts. It waits for a first
 * answer longer than Discord does: a test that is about being in time looks at how long one took.
 */
export async function farSide(database: Pick<TestDatabase, 'store'>): Promise<FarSide> {
  const far = await startFarSide({ waitsMs: patientAnswerMs })
  populate(far)
  await linkPeople(database)
  return far
}

/** What people do in Discord, brought to one process; by the gateway to all where none is named. */
export function speakingTo(far: FarSide, served?: Pick<Served, 'base'>): Speaking {
  return bringing(far, served?.base)
}

/** What a process does whose clock is so many minutes ahead: it works until nothing waits any more. */
export function workOffLater(database: TestDatabase, far: FarSide, minutes: number): Promise<void> {
  const settings = far.settings()
  return workOffAhead(database, minutes, (host, log) => createDiscord({ host, settings, log }))
}
