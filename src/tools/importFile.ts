import { parseArgs } from 'node:util'

import { platforms } from '../../adapters/index.ts'
import { localFile } from '../../adapters/terminal/files/localFile.ts'
import { writeFiles } from '../../adapters/terminal/files/writeFiles.ts'
import { buttonsOf, plain, renderText } from '../../adapters/terminal/render/message.ts'
import { features } from '../../commands/index.ts'
import { secretariatAddresses } from '../../db/directory/secretariat.ts'
import { createBot } from '../bot/bot.ts'
import { presentClock } from '../core/clock.ts'
import { StartError } from '../core/errors.ts'
import type { Answer, Input } from '../core/invocation.ts'
import { type DateOrder, dateOrders } from '../directory/import/dates/dateOrder.ts'
import { createLog } from '../process/log.ts'
import { openStore } from '../process/store.ts'
import { readConfig } from '../settings/settings.ts'

const usage = `npm run import -- FILE [--dry-run] [--dates day-first|month-first] [--as <email>]

  FILE           a .csv, .xlsx, .vcf or .json file
  --dry-run      say what it would change, and change nothing
  --dates        which number of its dates is the day, where nothing in the file tells it; remembered
  --as <email>   who of the secretariat takes it over; the first of it by default
`

/** Imports a file for an operator: all of it or nothing. The exit code is 1 where it was refused. */
async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args)
  if (given === undefined) return fail(usage)
  const config = readConfig(process.env, platforms)
  const store = await openStore(config, { sample: false, empty: true, serve: false })
  const bot = createBot({ features, store, clock: presentClock, log: createLog(config.logLevel) })
  try {
    const members = await secretariatAddresses(store.kysely)
    const [speaker] = given.as === undefined ? members : members.filter((one) => one === given.as)
    if (speaker === undefined) {
      return fail(
        given.as === undefined
          ? 'Nobody of the secretariat has an e-mail address. Set SECRETARIAT and try again.\n'
          : `${given.as} is not of the secretariat: ${members.join(', ')}.\n`,
      )
    }
    await bot.services.jobs.start()
    const say = (input: Input) =>
      bot.dispatch({
        caller: { platform: 'terminal', tenant: 'local', account: speaker },
        place: { platform: 'terminal', tenant: 'local', channel: speaker, private: true },
        vouchedEmail: speaker,
        input,
        openFile: localFile,
      })
    const asked = await say(fields('directory import', { file: given.file }))
    const dates = buttonsOf(asked.message).find(
      ({ command, values }) => command === 'directory column' && values['dates'] === given.dates,
    )
    const read =
      given.dates === undefined || dates === undefined
        ? asked
        : await say(fields(dates.command, dates.values))
    const take = buttonsOf(read.message).find(({ command }) => command === 'directory apply')
    if (given.dryRun || read.outcome !== 'done' || take === undefined) {
      await print(read, config.dataDir)
      if (asksForDates(read)) {
        process.stderr.write('Say which: --dates day-first or --dates month-first.\n')
      }
      return read.outcome === 'done' && !hasMistakes(read) ? 0 : 1
    }
    const taken = await say(fields(take.command, take.values))
    await print(taken, config.dataDir)
    return taken.outcome === 'done' ? 0 : 1
  } finally {
    await bot.stop()
    await store.close()
  }
}

function fields(command: string, values: Readonly<Record<string, string>>): Input {
  return { kind: 'fields', command, fields: values, confirmed: true, ask: false }
}

interface Given {
  readonly file: string
  readonly dryRun: boolean
  readonly as: string | undefined
  readonly dates: DateOrder | undefined
}

function readArguments(args: readonly string[]): Given | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        as: { type: 'string' },
        dates: { type: 'string' },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return undefined
    const dates = dateOrders.find((order) => order.replace(' ', '-') === values.dates)
    if (values.dates !== undefined && dates === undefined) return undefined
    return { file, dryRun: values['dry-run'], as: values.as?.toLowerCase(), dates }
  } catch {
    return undefined
  }
}

/** Whether something in the file cannot be taken over, as the answer's summary ends then. */
function hasMistakes({ message: { summary } }: Answer): boolean {
  return /, [\d,]+ (?:mistakes?|dates? in doubt)\. Nothing has been changed yet\.$/.test(plain(summary))
}

/** Whether the file waits for the order of its dates to be said: both are offered then. */
function asksForDates({ message }: Answer): boolean {
  return buttonsOf(message).filter(({ values }) => Object.hasOwn(values, 'dates')).length > 1
}

async function print({ message, outcome }: Answer, dataDir: string): Promise<void> {
  const paths = (await writeFiles(message, dataDir)).map(({ path }) => path)
  const text = renderText(message, { colour: false, width: 0, numbered: false, paths })
  const stream = outcome === 'done' ? process.stdout : process.stderr
  stream.write(`${text}\n`)
}

function fail(text: string): number {
  process.stderr.write(text)
  return 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.exitCode = fail(`${error.message}\n`)
}
