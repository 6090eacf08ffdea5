import { randomUUID } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { platforms } from '../../adapters/index.ts'
import { openDatabase, type Store } from '../../db/store/connect.ts'
import { migrate } from '../../db/store/migrate.ts'
import { type Copied, copyRecords } from '../../db/store/moving/copyRecords.ts'
import { forgetMove, type Move, markOf, moveBegun, noteMove } from '../../db/store/moving/mark.ts'
import { isCopied, refuseUsed } from '../../db/store/moving/target.ts'
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
    if (moveBegun(folder) === undefined) throw nothingThere(folder)
    forgetMove(folder)
    process.stdout.write(`The move was done but for its last step, and now is.\n${howToStart}`)
    return
  }
  const copied = await move(folder, config.databaseUrl)
  const aside = putAside(folder)
  forgetMove(folder)
  process.stdout.write(
    `${copied === 'before' ? 'Everything had been moved by the run that was cut off.' : saidOf(copied)}\nThe old store stands in ${aside}, where no start finds it; delete it once all is well.\n${howToStart}`,
  )
}

const howToStart =
  'Start with this DATABASE_URL from now on, and with the same ENCRYPTION_KEYS and PUBLIC_URL.\n'

function nothingThere(folder: string): StartError {
  return new StartError(
    `There is no store in ${folder}, so there is nothing to move. Set RAPPORTEUR_DATA to the folder with which the bot was started.`,
  )
}

function saidOf({ records, jobs }: Copied): string {
  const waiting = jobs > 0 ? `, and ${counted(jobs, 'delivery', 'deliveries')} that still waited` : ''
  return `Moved ${counted(records, 'record')}${waiting}.`
}

function readArguments(args: readonly string[]): void {
  try {
    parseArgs({ args: [...args], options: {} })
  } catch {
    throw new StartError(usage)
  }
}

async function move(dataDir: string, url: string): Promise<Copied | 'before'> {
  const from = await openDatabase({ dataDir })
  try {
    const to = await openDatabase({ url, maxConnections: 2 })
    try {
      const before = moveBegun(dataDir)
      if (before !== undefined && (await isCopied(to, before.name))) return 'before'
      refuseElsewhere(dataDir, before, url)
      await refuseUsed(to.pool)
      for (const store of [to, from]) await bringUpToDate(store)
      return await copy(from, to, dataDir, whereIs(url))
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

/** Raises `StartError` for a store that may stand on another server already: of the two there, only one may send. */
function refuseElsewhere(dataDir: string, before: Move | undefined, url: string): void {
  if (before?.where === undefined || before.where === whereIs(url)) return
  throw new StartError(
    `A move of this store to ${before.where} was cut off, and everything may stand there already; nothing was copied. Name that database in DATABASE_URL, and the move is finished. To move to another one instead, drop that database and delete ${markOf(dataDir)}.`,
  )
}

/** The host and the database of an address, without the password. */
function whereIs(url: string): string | undefined {
  const read = URL.parse(url)
  return read === null ? undefined : `${read.host}${read.pathname}`
}

async function copy(from: Store, to: Store, dataDir: string, where: string | undefined): Promise<Copied> {
  const name = randomUUID()
  noteMove(dataDir, { name, where })
  try {
    return await copyRecords(from, to, name)
  } catch (error) {
    // Where the connection was lost as it was committed, only the server knows.
    const landed = await isCopied(to, name).catch(() => 'unknown' as const)
    if (landed !== false) {
      throw new StartError(
        `The connection was lost at the end, and everything may have been moved. Run “npm run move” again with the same DATABASE_URL: it finishes the move.`,
      )
    }
    forgetMove(dataDir)
    throw error
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
