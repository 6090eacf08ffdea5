import { createButtonData } from '../../src/chat/cards/buttonData.ts'
import { createForbidden } from '../../src/chat/delivery/forbidden.ts'
import { createPace } from '../../src/chat/delivery/pace.ts'
import { createInFlight } from '../../src/chat/work/inFlight.ts'
import { within } from '../../src/chat/work/within.ts'
import type { Adapter, Host } from '../../src/core/adapter.ts'
import type { Log } from '../../src/core/log.ts'
import { createCards } from './answers/cards.ts'
import type { Api } from './api/api.ts'
import { buttonDataLimit } from './api/customIds.ts'
import { createDirectChannels } from './api/directChannels.ts'
import { createReplies } from './api/interactionTokens.ts'
import { withBudget } from './api/refusalBudget.ts'
import { createApi } from './api/rest.ts'
import type { AdapterContext } from './context.ts'
import { createDeliveries } from './delivery/deliveries.ts'
import { checkApplication } from './doors/checkApplication.ts'
import { createListener } from './doors/listen.ts'
import { startWithin } from './doors/startWithin.ts'
import { createMirror } from './events/mirror.ts'
import { createFormDrafts } from './forms/drafts.ts'
import { type Timings, timings as usualTimings } from './limits.ts'
import { createMemberRoles } from './people/memberRoles.ts'
import { mayUse } from './people/trust.ts'
import { createRegistering } from './registration/keepRegistered.ts'
import type { DiscordSettings } from './settings.ts'

export interface DiscordOptions {
  readonly host: Host
  readonly settings: DiscordSettings
  readonly log: Log
  /** Shorter ones for tests. */
  readonly timings?: Timings
}

/** What Discord takes in one channel, and of one bot; with room for what somebody waits for. */
const channelRules = [
  { turns: 1, ms: 250 },
  { turns: 5, ms: 5_000 },
]
const wholeRules = [{ turns: 30, ms: 1_000 }]
/** Whoever opens direct conversations faster is taken for a spammer. */
const openingRules = [{ turns: 10, ms: 10_000 }]

/** Discord: one bot in one server or in many. */
export async function createDiscord({
  host,
  settings,
  log,
  timings = usualTimings,
}: DiscordOptions): Promise<Adapter> {
  const { keep, clock, pacing } = host
  const api = withBudget(createApi(settings, timings.callMs))
  const { tracked, later, settled } = createInFlight((error) =>
    log.error({ err: error }, 'late work for Discord failed'),
  )
  const end = new AbortController()
  const context = createContext({ host, settings, log, timings }, api, end.signal, later)
  const paces = {
    channel: createPace('discord', channelRules, pacing),
    whole: createPace('discord bot', wholeRules, pacing),
  }
  const deliveries = createDeliveries(context, paces)
  const registering = createRegistering({
    ...{ api, keep, clock, settings, log },
    catalog: host.catalog,
    alert: host.alert,
  })
  const mirror = createMirror({ host, api, log, mayUse: (guild) => mayUse(settings, guild) })
  const listener = await createListener(context, tracked)
  async function open(): Promise<void> {
    await checkApplication(context)
    await listener.start()
  }
  return {
    name: 'discord',
    // Discord tells nobody’s address.
    reachesByEmail: false,
    lanes: 8,
    findsDelivered: true,
    async start() {
      await startWithin(context, open())
      if (end.signal.aborted) return
      registering.start()
      mirror.start()
    },
    async stop() {
      end.abort()
      await listener.stop()
      // What Discord does not answer must not keep everything else from ending in order.
      const ended = Promise.all([registering.stop(), mirror.stop(), settled()]).then(context.cards.stop)
      await within(ended, timings.stopMs)
    },
    post: (...delivery) => tracked(deliveries.post(...delivery)),
    announce: (...delivery) => tracked(deliveries.announce(...delivery)),
    amend: (...amendment) => tracked(deliveries.amend(...amendment)),
    changed({ subject }) {
      context.cards.changed(subject)
      mirror.changed(subject)
    },
    mentions: createMemberRoles(api),
    connected: () => listener.connected(),
    ...(listener.routes ? { routes: listener.routes } : {}),
  }
}

/** What the handlers work with. */
function createContext(
  { host, settings, log, timings }: Required<DiscordOptions>,
  api: Api,
  ending: AbortSignal,
  later: AdapterContext['later'],
): AdapterContext {
  const { keep, clock, pacing } = host
  const buttonData = createButtonData(
    'discord',
    { button: buttonDataLimit, choice: buttonDataLimit },
    keep,
    clock,
  )
  const failed = (error: unknown) => log.warn({ err: error }, 'failed to refresh something shown in Discord')
  return {
    host,
    settings,
    timings,
    log,
    clock,
    api,
    buttonData,
    drafts: createFormDrafts(host),
    replies: createReplies(api, settings.applicationId, ending),
    direct: createDirectChannels(api, keep, clock, createPace('discord opening', openingRules, pacing)),
    cards: createCards({ host, api, buttonData, failed }),
    forbidden: createForbidden('discord', host, log),
    later,
  }
}
