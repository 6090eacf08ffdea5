import type { Source } from './sources.ts'

/** Which packages may be named where; a package that is not in the table may be named nowhere. */
const packageHomes: Readonly<Record<string, RegExp>> = {
  kysely: /^db\//,
  pg: /^db\//,
  '@electric-sql/pglite': /^db\/store\//,
  'pg-boss': /^src\/delivery\//,
  'node-cron': /^src\/delivery\/rhythm\/cronTask\.ts$/,
  fastify:
    /^(src\/process\/(calendarRoutes|server|http\/limits|newsletterRoutes)\.ts|adapters\/\w+\/doors\/)/,
  '@fastify/rate-limit': /^src\/process\/http\/limits\.ts$/,
  '@fastify/helmet': /^src\/process\/server\.ts$/,
  mailparser: /^src\/process\/inbox\/readMail\.ts$/,
  nodemailer: /^src\/(process\/mail|newsletter\/mail\/eml)\.ts$/,
  docx: /^src\/(newsletter\/document\/|meetings\/minutes\/docx\.ts$)/,
  'prom-client': /^src\/process\/metrics\.ts$/,
  pino: /^src\/process\/log\.ts$/,
  zod: /^(src\/settings\/|src\/chat\/settings\/|adapters\/\w+\/environment\.ts)/,
  fflate:
    /^(adapters\/teams\/registration\/package|src\/(newsletter\/document\/reproducible|directory\/import\/files\/formulaCells))\.ts$/,
  'write-excel-file': /^src\/directory\/export\/files\.ts$/,
  'ical.js': /^src\/(directory\/import\/files\/readVcards\.ts$|calendar\/)/,
  'discord.js': /^adapters\/discord\//,
  '@discordjs/rest': /^adapters\/discord\/api\//,
  botbuilder: /^adapters\/teams\/doors\/authenticate\.ts$/,
  '@slack/bolt': /^adapters\/slack\/doors\/bolt\.ts$/,
  '@slack/socket-mode': /^adapters\/slack\/doors\/socketMode\.ts$/,
  '@slack/oauth': /^adapters\/slack\/people\/(install|oauthStates)\.ts$/,
  '@slack/web-api': /^adapters\/slack\//,
  'date-fns': /^src\/core\/time\//,
  '@date-fns/utc': /^src\/core\/time\//,
  '@date-fns/tz': /^src\/core\/time\//,
  '@vvo/tzdb': /^src\/tools\/zoneTable\.ts$/,
  rolldown: /^src\/tools\/joinProgram\.ts$/,
  'windows-iana': /^src\/tools\/zoneTable\.ts$/,
  'csv-parse': /^src\/directory\/import\/files\/readSheets\.ts$/,
  'read-excel-file': /^src\/directory\/import\/files\/readWorkbook\.ts$/,
  'rrule-temporal': /^src\/meetings\/series\/rule\.ts$/,
  'date-holidays': /^src\/meetings\/slots\/calendarYear\.ts$/,
  'lru-cache': /^src\/chat\/work\//,
}

/** Of a chat platform's kit the whole adapter may know the types; it is called from these rooms alone. */
const kits = /^(?:discord\.js|@discordjs\/rest|@slack\/web-api)$/
const kitRooms = /^adapters\/\w+\/(?:api|doors)\//

/** Packages that are named where they are not at home. */
export function strayPackages({ file, packages, loaded }: Source): readonly string[] {
  const stray = packages.filter((name) => !packageHomes[name]?.test(file))
  const called = loaded.filter((name) => kits.test(name) && !kitRooms.test(file))
  return [...new Set([...stray, ...called])].map((name) => `${file} → ${name}`)
}

const doors = String.raw`^adapters\/\w+\/doors\/`

/** What is handed down from where it lives, and by what it is known. */
const givenThings: readonly (readonly [name: string, sign: RegExp, home: RegExp])[] = [
  ['the clock', /\bnew Date\(\)|\bDate\.now\(/, /^src\/core\/clock\.ts$/],
  ['the running time', /\bperformance\.now\b/, new RegExp(`^src/core/clock\\.ts$|^src/chat/work/|${doors}`)],
  [
    'a timer',
    /\bset(?:Timeout|Interval|Immediate)\b/,
    // The engine's own loop, a server's sweep and a program's end are where time is spent on purpose.
    new RegExp(`^src/core/clock\\.ts$|^src/(chat/work|delivery|process)/|^src/main\\.ts$|${doors}`),
  ],
  ['chance', /\bMath\.random\b/, /^never$/],
  ['the environment', /\bprocess\.env\b/, /^src\/(main\.ts$|tools\/)/],
]

/** The clock, timers, chance and the environment where they were not handed down. */
export function takenByHand({ file, code }: Source): readonly string[] {
  return givenThings
    .filter(([, sign, home]) => sign.test(code) && !home.test(file))
    .map(([name]) => `${file} takes ${name}`)
}
