import type { Host } from '../../src/core/adapter.ts'
import { type Catalog, everyone } from '../../src/core/catalog.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { TurnTime } from '../../src/core/feature/pacing.ts'
import type { Answer, Invocation } from '../../src/core/invocation.ts'
import type { Keep, KeepKey } from '../../src/core/keep.ts'
import { type Message, message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'

/** The house as an adapter sees it, with every question noted and answered as the test says. */
export interface StubHost extends Host {
  /** What was dispatched, in order. */
  readonly asked: Invocation[]
  /** What the next questions are answered with. */
  answer: (invocation: Invocation) => Answer | Promise<Answer>
  /** What everybody's own page shows. */
  page: Message
}

/** An answer that was done, for the caller alone when not said otherwise. */
export function done(said: Message | string, more: Partial<Answer> = {}): Answer {
  const shown = typeof said === 'string' ? message(said) : said
  return { outcome: 'done', audience: 'caller', message: shown, ...more }
}

/** A host without a store behind it; the same event is answered once, as the house does it. */
export function stubHost(clock: Clock, time?: TurnTime): StubHost {
  const given = new Map<string, Promise<Answer>>()
  const host: StubHost = {
    asked: [],
    answer: () => done('Done.'),
    page: message('Your page.'),
    catalog: stubCatalog,
    clock,
    keep: memoryKeep(clock),
    pacing: { take: () => 0, hold: () => undefined, ...(time && { time }) },
    async dispatch(invocation) {
      host.asked.push(invocation)
      const { deliveryId } = invocation
      const known = deliveryId === undefined ? undefined : given.get(deliveryId)
      if (known) return { ...(await known), repeated: true }
      const answering = Promise.resolve(host.answer(invocation))
      if (deliveryId !== undefined) given.set(deliveryId, answering)
      const answer = await answering
      if (answer.unrecorded && deliveryId !== undefined) given.delete(deliveryId)
      return answer
    },
    suggest: async () => [],
    home: async () => host.page,
    card: async () => undefined,
    nameOf: async () => undefined,
    roomsOf: async () => [],
    roomsIn: async () => [],
    platformEvents: async () => [],
    openHomes: async () => [],
    link: async () => false,
    met: async () => undefined,
    messageChanged: async () => undefined,
    lost: async () => undefined,
    alert: async () => undefined,
  }
  return host
}

/** What adapters keep, held in memory and lost with it. */
export function memoryKeep(clock: Clock): Keep {
  const all = new Map<string, KeepKey & { value: unknown; at: Date; expiresAt: Date | undefined }>()
  const nameOf = ({ platform, tenant, kind, key }: KeepKey) => JSON.stringify([platform, tenant, kind, key])
  const living = (key: KeepKey) => {
    const found = all.get(nameOf(key))
    return found && (found.expiresAt === undefined || found.expiresAt > clock.now()) ? found : undefined
  }
  const put: Keep['put'] = async (key, value, options = {}) => {
    // Only what survives JSON is kept, as in the store.
    const kept: unknown = JSON.parse(JSON.stringify(value))
    all.set(nameOf(key), { ...key, value: kept, at: clock.now(), expiresAt: options.expiresAt })
  }
  return {
    put,
    get: async (key) => living(key),
    async claim(key, value, options) {
      if (living(key)) return false
      await put(key, value, options)
      return true
    },
    drop: async (key) => all.delete(nameOf(key)),
    list: async ({ platform, kind, tenant }) =>
      [...all.values()]
        .filter((one) => one.platform === platform && one.kind === kind && living(one) !== undefined)
        .filter((one) => tenant === undefined || one.tenant === tenant)
        .sort((one, other) => one.key.localeCompare(other.key)),
  }
}

const common = { access: everyone, audience: 'caller', examples: [] } as const

const stubCatalog: Catalog = [
  {
    name: 'meeting',
    about: 'Meetings',
    commands: [
      {
        ...common,
        name: 'list',
        about: 'What is planned',
        options: { words: option.text({ about: 'Words to look for' }) },
        changes: false,
      },
      {
        ...common,
        name: 'schedule',
        about: 'Plan one',
        options: {
          title: required(option.text({ about: 'What it is about' })),
          link: option.text({ about: 'Where it was asked for' }),
        },
        changes: true,
      },
      {
        ...common,
        name: 'cancel',
        about: 'Call one off',
        options: {
          meeting: required(option.text({ about: 'Which one' })),
          reason: option.text({ about: 'Why' }),
        },
        changes: true,
        confirm: 'Really?',
      },
      {
        ...common,
        name: 'import',
        about: 'Read a table of them',
        options: { file: required(option.file({ about: 'Which file', endings: ['csv'] })) },
        changes: true,
      },
      {
        ...common,
        name: 'add',
        group: 'agenda',
        about: 'Add a point',
        options: {
          meeting: required(option.text({ about: 'Which one' })),
          item: option.text({ about: 'What to talk about' }),
        },
        changes: true,
      },
    ],
    groups: { agenda: 'What will be talked about' },
    shortcuts: [
      {
        name: 'meeting_schedule',
        label: 'Schedule a meeting',
        about: 'Plan one',
        on: 'anywhere',
        command: 'meeting schedule',
        asks: true,
      },
      {
        name: 'meeting_about',
        label: 'Meet about this',
        about: 'Plan one',
        on: 'message',
        command: 'meeting schedule',
        fill: { text: 'title', link: 'link' },
        asks: true,
      },
    ],
  },
]
