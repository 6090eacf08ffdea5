import type { Source } from './sources.ts'

/** Rooms of thinking: no store, no platform, no other room. */
const pure = ['src/newsletter', 'src/meetings', 'src/calendar', 'src/directory']

/** The rooms of the engine; each may import those before it. */
const engine = ['settings', 'suggest', 'process', 'delivery', 'dispatch', 'bot', 'main']

/** What a floor may import beside itself and src/core. */
const may: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/chat': [],
  db: [],
  commands: ['db', ...pure],
}

/** The imports of a file that its floor may not know. */
export function wrongFloors({ file, files }: Source): readonly string[] {
  const from = floorOf(file)
  const wrong = files.filter((name) => floorOf(name) !== from && !mayImport(from, floorOf(name)))
  return wrong.map((name) => `${file} → ${name}`)
}

function floorOf(file: string): string {
  if (file === 'adapters/index.ts') return 'adapters'
  if (file === 'src/main.ts') return 'src/main'
  const [first = '', second = ''] = file.split('/')
  return first === 'src' || first === 'adapters' ? `${first}/${second}` : first
}

function mayImport(from: string, to: string): boolean {
  if (to === 'src/core') return true
  if (pure.includes(from)) return false
  if (from === 'adapters') return to.startsWith('adapters/')
  if (from.startsWith('adapters/')) return to === 'src/chat'
  const known = may[from]
  if (known) return known.includes(to)
  if (from === 'src/main' || from === 'src/tools') return true
  if (to === 'db' || to === 'src/chat' || pure.includes(to)) return true
  const [at, below] = [from, to].map((floor) => engine.indexOf(floor.replace('src/', '')))
  return at !== undefined && below !== undefined && below >= 0 && below < at
}

/** The rooms of a chat adapter from the ground up; each may import those before it. */
const rooms = [
  ...['limits', 'settings', 'api', 'environment', 'inbound', 'render', 'forms', 'people', 'answers'],
  ...['context', 'events', 'delivery', 'handlers', 'doors', 'registration', 'index', 'platform'],
]

/** The imports of a chat adapter's file that lead to a room above it, and files outside of every room. */
export function wrongRooms({ file, files }: Source): readonly string[] {
  const [, platform] = /^adapters\/(\w+)\//.exec(file) ?? []
  if (platform === undefined || platform === 'terminal') return []
  const room = roomOf(file)
  const at = rooms.indexOf(room)
  if (at < 0) return [`${file} stands in no room`]
  return files
    .filter((name) => name.startsWith(`adapters/${platform}/`) && rooms.indexOf(roomOf(name)) > at)
    .map((name) => `${file} → ${name}`)
}

function roomOf(file: string): string {
  return file.split('/')[2]?.replace('.ts', '') ?? ''
}

/** The groups of files that import each other in a circle, types included, each in the order of its names. */
export function circles(sources: readonly Source[]): readonly (readonly string[])[] {
  const graph = new Map(sources.map(({ file, files }) => [file, files]))
  const reached = new Map(sources.map(({ file }) => [file, reach(graph, file)]))
  const groups = new Map<string, readonly string[]>()
  for (const [file, all] of reached) {
    if (!all.has(file)) continue
    const group = [...all].filter((other) => reached.get(other)?.has(file)).sort()
    groups.set(group.join(), group)
  }
  return [...groups.values()]
}

function reach(graph: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(graph.get(next) ?? []))
  }
  return seen
}
