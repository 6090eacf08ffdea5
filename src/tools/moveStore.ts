import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { platforms } from '../../adapters/index.ts'
import { openDatabase, type Store } from '../../db/store/connect.ts'
import { migrate } from '../../db/store/migrate.ts'
import { type Copied, copyRecords } from '../../db/store/moving/copyRecords.ts'
import { codeOf, StartError } from '../core/errors.ts'
import { counted } from '../core/text/counted.ts'
import { installQueues } from '../delivery/queue/boss.ts'
import { createLog } from '../process/log.ts'
import { readConfig } from '../settings/settings.ts'

const usage = `DATABASE_URL=postgres://… npm run move

Copies everything from the embedded store in RAPPORTEUR_DATA to an empty database, and puts the store aside.
Stop the bot first; start it with the same DATABASE_URL afterwards.
`

/** Moves the embedded store to a server for an operator: all of it or nothing. */
async function main(args: readonly string[]): Promise<void> {
  readArguments(args)
  const config = readConfig(process.env, platforms)
  const folder = join(config.dataDir, 'store')
  if (config.databaseUrl === undefined) {
    throw new StartError(`DATABASE_URL is not set, so there is nowhere to move to.\n\n${usage}`)
  }
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    throw new StartError(
      `There is no store in ${folder}, so there is nothing to move. Set RAPPORTEUR_DATA to the folder with which the bot was started.`,
    )
  }
  const copied = await move(folder, config.databaseUrl)
  const aside = putAside(folder)
  process.stdout.write(
    `Moved ${counted(copied.records, 'record')}${copied.jobs > 0 ? `, and ${counted(copied.jobs, 'delivery', 'deliveries')} that still waited` : ''}.\nThe old store stands in ${aside}, where no start finds it; delete it once all is well.\nStart with this DATABASE_URL from now on, and with the same ENCRYPTION_KEYS and PUBLIC_URL.\n`,
  )
}

function readArguments(args: readonly string[]): void {
  try {
    parseArgs({ args: [...args], options: {} })
  } catch {
    throw new StartError(usage)
  }
}

async function move(dataDir: string, url: string): Promise<Copied> {
  const from = await openDatabase({ dataDir })
  try {
    const to = await openDatabase({ url, maxConnections: 2 })
    try {
      for (const store of [to, from]) await bringUpToDate(store)
      return await copyRecords(from, to)
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function bringUpToDate(store: Store): Promise<void> {
  await migrate(store)
  await installQueues(store, createLog('warn'))
}

/** Two stores that send would tell everybody twice: the one that was copied is where no start looks for it. */
function putAside(folder: string): string {
  for (let number = 1; ; number += 1) {
    const aside = `${folder}-moved${number === 1 ? '' : `-${number}`}`
    if (existsSync(aside)) continue
    try {
      renameSync(folder, aside)
      return aside
    } catch (error) {
      throw new StartError(
        `Everything was moved, but ${folder} could not be put aside (${codeOf(error) ?? 'for no reason that is told'}). Move it away by hand before anybody starts the bot without DATABASE_URL, or people are told everything twice.`,
      )
    }
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  // What the database refuses is its owner's to mend: a role that may not create extensions, a disk that is full.
  if (!(error instanceof StartError) && codeOf(error) === undefined) throw error
  const why = error instanceof Error ? error.message : String(error)
  process.stderr.write(error instanceof StartError ? `${why}\n` : `Nothing was moved: ${why}.\n`)
  process.exitCode = 1
}
