import { createFirstToAnswer } from '../../src/chat/asking/firstToAnswer.ts'
import { createUnrecorded } from '../../src/chat/asking/unrecordedEvents.ts'
import { createButtonData } from '../../src/chat/cards/buttonData.ts'
import { createForbidden } from '../../src/chat/delivery/forbidden.ts'
import { createPace, type Pace } from '../../src/chat/delivery/pace.ts'
import { createInFlight, type InFlight } from '../../src/chat/work/inFlight.ts'
import { within } from '../../src/chat/work/within.ts'
import type { Adapter, Host } from '../../src/core/adapter.ts'
import { StartError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import { createCards } from './answers/cards.ts'
import { createHomes } from './answers/home.ts'
import { createSpeaker } from './answers/speaker.ts'
import { createClients } from './api/clients.ts'
import { createDirectChannels } from './api/directChannels.ts'
import { createResponseUrls } from './api/responseUrls.ts'
import type { AdapterContext } from './context.ts'
import { createDeliveries } from './delivery/deliveries.ts'
import { connect } from './doors/bolt.ts'
import { refusedToken, tellOfRefusal } from './doors/refusedToken.ts'
import { slackRoutes } from './doors/routes.ts'
import { createSockets } from './doors/socketMode.ts'
import { createFormDrafts } from './forms/drafts.ts'
import { handle } from './handlers/route.ts'
import { limits, type Timings, timings as usualTimings } from './limits.ts'
import { createPeople } from './people/accounts.ts'
import { createInstaller } from './people/install.ts'
import { createInstallations } from './people/installations.ts'
import { ownInstallation } from './people/ownWorkspace.ts'
import { createTokens } from './people/tokens.ts'
import { createTrust, mayUse } from './people/trust.ts'
import { createUserGroups } from './people/userGroups.ts'
import { createWording } from './render/commandPrefix.ts'
import type { SlackSettings } from './settings.ts'

/** Slack takes about one message a second in a channel. */
const onceASecond = [{ turns: 1, ms: 1_000 }]

export interface SlackOptions {
  readonly host: Host
  readonly settings: SlackSettings
  readonly log: Log
  /** Shorter ones for tests. */
  readonly timings?: Timings
}

/** Slack: workspaces by HTTP or by sockets, one or many. */
export async function createSlack({
  host,
  settings,
  log,
  timings = usualTimings,
}: SlackOptions): Promise<Adapter> {
  const { keep, clock } = host
  const { tracked, later, settled } = createInFlight((error) =>
    log.error({ err: error }, 'late work for Slack failed'),
  )
  const pace = createPace('slack', onceASecond, host.pacing)
  const context = createContext({ host, settings, log, timings }, pace, later)
  const { installations, clients, cards, homes, unrecorded } = context
  const connection = await connect((incoming, event) => tracked(handle(context, incoming, event)), log)
  const sockets =
    settings.appToken === undefined
      ? undefined
      : createSockets({
          ...{ connection, appToken: settings.appToken, apiUrl: settings.apiUrl, log },
          refused: (error) => later(tellOfRefusal(host, error)),
        })
  const installer =
    settings.oauth &&
    createInstaller({
      oauth: settings.oauth,
      apiUrl: settings.apiUrl,
      installations,
      keep,
      clock,
      log,
      mayUse: (tenant, enterprise) => mayUse(settings.teams, { tenant, enterprise }),
    })
  const deliveries = createDeliveries(context, pace)
  const own = ownInstallation({ settings, installations, clients, log, clock })
  return {
    name: 'slack',
    reachesByEmail: true,
    lanes: 8,
    findsDelivered: true,
    async start() {
      await own.start()
      await sockets?.start().catch((error: unknown) => {
        throw new StartError(refusedToken(error))
      })
    },
    async stop() {
      own.stop()
      unrecorded.stop()
      await sockets?.stop()
      // What Slack does not answer must not keep everything else from ending in order.
      await within(
        settled().then(() => Promise.all([cards.stop(), homes.stop()])),
        timings.stopMs,
      )
    },
    post: (...delivery) => tracked(deliveries.post(...delivery)),
    announce: (...delivery) => tracked(deliveries.announce(...delivery)),
    amend: (...amendment) => tracked(deliveries.amend(...amendment)),
    changed(change) {
      cards.changed(change.subject)
      homes.changed(change)
    },
    mentions: createUserGroups(context),
    connected: () => sockets?.connected() ?? true,
    routes: slackRoutes({ connection, secrets: settings.signingSecrets, clock, log, timings, installer }),
  }
}

/** What the handlers work with. */
function createContext(
  { host, settings, log, timings }: Required<SlackOptions>,
  pace: Pace,
  later: InFlight['later'],
): AdapterContext {
  const { keep, clock } = host
  const failed = (error: unknown) => log.warn({ err: error }, 'failed to refresh something shown in Slack')
  const clients = createClients(settings.apiUrl, timings, clock)
  const buttonData = createButtonData(
    'slack',
    { button: limits.buttonValue, choice: limits.choiceValue },
    keep,
    clock,
  )
  const wording = createWording(host.catalog, settings.prefix)
  const responseUrls = createResponseUrls(clock)
  const direct = createDirectChannels(keep, clock)
  const installations = createInstallations(keep, clock)
  const tokenOf = createTokens({ settings, installations, keep, clock, log })
  const cards = createCards({
    host,
    installations,
    tokenOf,
    clients,
    buttonData,
    wording,
    responseUrls,
    failed,
  })
  const homes = createHomes({
    host,
    buttonData,
    wording,
    failed,
    async clientsOf(tenant) {
      const installation = await installations.of(tenant)
      return installation && clients.of(await tokenOf(installation))
    },
  })
  return {
    host,
    settings,
    timings,
    log,
    clock,
    installations,
    clients,
    people: createPeople(keep, clock),
    buttonData,
    drafts: createFormDrafts(host),
    wording,
    speaker: createSpeaker({
      ...{ buttonData, wording, pace, responseUrls, direct },
      posted: (card, standing) => cards.seen(card, standing),
    }),
    direct,
    forbidden: createForbidden('slack', host, log),
    cards,
    firstToAnswer: createFirstToAnswer('slack', host, log),
    unrecorded: createUnrecorded({ giveUpMs: timings.giveUpMs, clock, later }),
    homes,
    tokenOf,
    vouches: createTrust(settings, (tenant) => installations.isOwn(tenant)),
  }
}
