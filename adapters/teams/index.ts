import { createFirstToAnswer } from '../../src/chat/asking/firstToAnswer.ts'
import { createUnrecorded } from '../../src/chat/asking/unrecordedEvents.ts'
import { createButtonData } from '../../src/chat/cards/buttonData.ts'
import { createForbidden } from '../../src/chat/delivery/forbidden.ts'
import { createPace, type Pace } from '../../src/chat/delivery/pace.ts'
import { createInFlight } from '../../src/chat/work/inFlight.ts'
import { within } from '../../src/chat/work/within.ts'
import type { Adapter, Host } from '../../src/core/adapter.ts'
import { StartError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/log.ts'
import { createCards } from './answers/cards.ts'
import { createFiles } from './answers/files.ts'
import { withoutFileForm } from './answers/fileWanted.ts'
import { createPersonalChats, type PersonalChats } from './answers/personalChats.ts'
import { createSpeaker } from './answers/speaker.ts'
import { createCallService } from './api/callService.ts'
import { createConnector } from './api/connector.ts'
import { createTokens, TokenError, type Tokens } from './api/tokens.ts'
import type { AdapterContext } from './context.ts'
import { createDeliveries } from './delivery/deliveries.ts'
import { type ActivityCheck, connect, managedTokens } from './doors/authenticate.ts'
import { teamsRoutes } from './doors/routes.ts'
import { createFormDrafts } from './forms/drafts.ts'
import { handle } from './handlers/route.ts'
import { limits, type Timings, timings as usualTimings } from './limits.ts'
import { createMembers } from './people/accounts.ts'
import { createReferences } from './people/addresses.ts'
import { tags } from './people/tags.ts'
import { isService } from './people/trust.ts'
import { opensForm } from './render/opensForm.ts'
import type { TeamsSettings } from './settings.ts'

export interface TeamsOptions {
  readonly host: Host
  readonly settings: TeamsSettings
  readonly log: Log
  /** Shorter ones for tests. */
  readonly timings?: Timings
}

/** What Teams takes of one bot in one conversation. */
const conversationRules = [
  { turns: 7, ms: 1_000 },
  { turns: 8, ms: 2_000 },
  { turns: 60, ms: 30_000 },
  { turns: 1_800, ms: 3_600_000 },
]
/** What nobody waits for leaves room for what somebody asked. */
const deliveryRules = [
  { turns: 1, ms: 500 },
  { turns: 1_800, ms: 3_600_000 },
]
/** What Teams takes of one app in one tenant, with room for what comes beside deliveries. */
const tenantRules = [{ turns: 30, ms: 1_000 }]
const rosterRules = [
  { turns: 14, ms: 1_000 },
  { turns: 120, ms: 30_000 },
]
/** What a button of ours may carry itself. */
const buttonLimit = 1_000
/** A managed identity’s token is kept by the SDK; it is asked for again every minute. */
const managedMs = 6 * 60_000

/** Microsoft Teams: one app in one tenant or in several. */
export async function createTeams({
  host,
  settings,
  log,
  timings = usualTimings,
}: TeamsOptions): Promise<Adapter> {
  const { keep, clock, pacing } = host
  const managed = managedTokens(settings)
  const tokens = createTokens(settings, clock, async () => ({
    value: await managed(),
    endsAt: clock.now().getTime() + managedMs,
  }))
  const connector = createConnector(
    createCallService({ tokens, isService: (url) => isService(settings, url), callMs: timings.callMs }),
  )
  const references = createReferences(keep, clock)
  const pace = createPace('teams', conversationRules, pacing)
  const opening = createPace('teams opening', conversationRules, pacing)
  const personal = createPersonalChats(connector, references, opening, clock)
  const end = new AbortController()
  const { tracked, later, settled } = createInFlight((error) =>
    log.error({ err: error }, 'late work for Teams failed'),
  )
  const context = createContext(
    { host, settings, log, timings },
    { connector, references, personal, pace, ending: end.signal, later },
  )
  const { cards, unrecorded } = context
  const deliveries = createDeliveries(context, personal, {
    delivery: createPace('teams delivery', deliveryRules, pacing),
    conversation: pace,
    tenant: createPace('teams tenant', tenantRules, pacing),
  })
  const door = settings.app.kind === 'local' ? undefined : connect(settings, log)
  return {
    name: 'teams',
    // Teams opens no conversation by an e-mail address; rosters link those who are in a team with the bot.
    reachesByEmail: false,
    lanes: 8,
    async start() {
      if (door) await checkCredentials(tokens, door, log)
    },
    async stop() {
      end.abort()
      unrecorded.stop()
      // What Teams does not answer must not keep everything else from ending in order.
      await within(settled().then(cards.stop), timings.stopMs)
    },
    mentions: tags,
    post: (...delivery) => tracked(deliveries.post(...delivery)),
    announce: (...delivery) => tracked(deliveries.announce(...delivery)),
    amend: (...amendment) => tracked(deliveries.amend(...amendment)),
    changed: ({ subject }) => cards.changed(subject),
    connected: () => true,
    routes: teamsRoutes({
      settings,
      door,
      log,
      clock,
      handle: (incoming) => tracked(handle(context, incoming)),
    }),
  }
}

/** What the handlers work with. */
function createContext(
  { host, settings, log, timings }: Required<TeamsOptions>,
  ways: Pick<AdapterContext, 'connector' | 'references' | 'ending' | 'later'> & {
    readonly personal: PersonalChats
    readonly pace: Pace
  },
): AdapterContext {
  const { connector, references, personal, pace, ending, later } = ways
  const { keep, clock, pacing } = host
  const failed = (error: unknown) => log.warn({ err: error }, 'failed to refresh something shown in Teams')
  const buttonData = createButtonData(
    'teams',
    { button: buttonLimit, choice: limits.choiceValue },
    keep,
    clock,
  )
  const drafts = createFormDrafts(host)
  const files = createFiles({ connector, keep, clock, failed, hosts: settings.serviceHosts })
  // The local client opens no dialogs; there a form stands in the chat.
  const dialogs = settings.app.kind !== 'local'
  const speaker = createSpeaker({
    ...{ connector, buttonData, personal, files, pace, clock },
    mint: drafts.mint,
    opens: (button) => dialogs && opensForm(host.catalog, button),
    posted: (card, standing) => cards.seen(card, standing),
  })
  const cards = createCards({ host, connector, references, pages: speaker.pages, failed })
  return {
    host: {
      ...host,
      dispatch: async (invocation) => withoutFileForm(await host.dispatch(invocation)),
    },
    ...{ settings, timings, log, clock, connector, references },
    members: createMembers(connector, keep, clock, (error) =>
      log.info({ err: error }, 'Teams did not describe an account'),
    ),
    ...{ buttonData, drafts, speaker, cards, files },
    forbidden: createForbidden('teams', host, log),
    rosterPace: createPace('teams roster', rosterRules, pacing),
    firstToAnswer: createFirstToAnswer('teams', host, log),
    unrecorded: createUnrecorded({ giveUpMs: timings.giveUpMs, clock, later }),
    ...{ ending, later },
  }
}

/** Raises `StartError` where Microsoft refuses the app. What cannot be had now is asked for again with the first activity. */
async function checkCredentials(
  tokens: Pick<Tokens, 'current'>,
  door: Pick<ActivityCheck, 'warm'>,
  log: Log,
): Promise<void> {
  const [token, keys] = await Promise.allSettled([tokens.current(), door.warm()])
  if (token.status === 'rejected' && token.reason instanceof TokenError && token.reason.refused) {
    throw new StartError(
      `Microsoft refuses the app (${token.reason.message}): look at MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID and MICROSOFT_APP_PASSWORD, which is the value of a client secret under “Certificates & secrets” of the app registration, and has not expired.`,
    )
  }
  if (token.status === 'rejected')
    log.warn({ err: token.reason }, 'failed to get a token for Teams, retrying later')
  if (keys.status === 'rejected')
    log.warn({ err: keys.reason }, 'failed to load the signing keys of Teams, retrying later')
}
