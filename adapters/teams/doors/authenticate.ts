import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { within } from '../../../src/chat/work/within.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { serviceName, type TeamsApp, type TeamsSettings } from '../settings.ts'
import { withConsoleLogged } from './sdkConsole.ts'

/** Who an activity is from, or why it was refused. */
export type CheckOutcome =
  | { readonly kind: 'in' }
  | { readonly kind: 'out'; readonly why: string }
  /** Undecided: the signing keys are not available now. */
  | { readonly kind: 'unknown'; readonly error: unknown }

/** The SDK's check that an activity comes from Microsoft’s service and is meant for this app. */
export interface ActivityCheck {
  /** `authorization` is the raw header. */
  check(authorization: string, activity: Json): Promise<CheckOutcome>
  /** Loads the keys before the first activity. Raises the SDK's error. */
  warm(): Promise<void>
}

/** What the SDK knows about the cloud named in the settings. */
function cloudOf(settings: Pick<TeamsSettings, 'openIdUrl' | 'loginUrl'>) {
  const service = serviceName(settings)
  return {
    ToChannelFromBotLoginUrl: `${settings.loginUrl}/botframework.com`,
    ToChannelFromBotOAuthScope: service,
    ToBotFromChannelTokenIssuer: service,
    OAuthUrl: service,
    ToBotFromChannelOpenIdMetadataUrl: settings.openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: `${settings.loginUrl}/botframework.com/v2.0/.well-known/openid-configuration`,
  }
}

const checkMs = 5_000

/** Creates the check for one app. */
export function connect(
  settings: Pick<TeamsSettings, 'app' | 'openIdUrl' | 'loginUrl'>,
  log: Log,
): ActivityCheck {
  const issuer = serviceName(settings)
  const gate = new ConfigurationBotFrameworkAuthentication(
    { ...credentials(settings.app), ...cloudOf(settings) },
    undefined,
    { requiredEndorsements: [], validateClaims: onlyFrom(issuer) },
  )
  const unsigned = [{ alg: 'RS256', kid: 'none' }, { iss: issuer }, 'none'].map(encode).join('.')
  const check: ActivityCheck['check'] = (authorization, activity) =>
    withConsoleLogged(log, async (): Promise<CheckOutcome> => {
      // The SDK itself would wait for its keys without a limit.
      const told = await within(checked(gate, authorization, activity), checkMs)
      if (told) return told.value
      return { kind: 'unknown', error: new Error('The signing keys did not arrive in time.') }
    })
  return {
    check,
    async warm() {
      // A token that claims the right issuer makes the SDK fetch the keys, though no key signed it.
      const told = await check(`Bearer ${unsigned}`, {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: '',
      })
      if (told.kind === 'unknown') throw told.error
    },
  }
}

/**
 * Tokens of the machine’s own identity, from the SDK, which caches each while it is valid. The function raises the
 * SDK's error.
 */
export function managedTokens(
  settings: Pick<TeamsSettings, 'app' | 'openIdUrl' | 'loginUrl'>,
): () => Promise<string> {
  const { MicrosoftAppId = '', ...more } = credentials(settings.app)
  const factory = new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId, ...more })
  const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = cloudOf(settings)
  let made: Promise<object> | undefined
  return async () => {
    made ??= factory.createCredentials(MicrosoftAppId, scope, login, true)
    const found = await made
    const given: unknown =
      'getToken' in found && typeof found.getToken === 'function' ? await found.getToken() : undefined
    if (typeof given !== 'string') throw new Error('The managed identity gave no token.')
    return given
  }
}

/** For checking only: we send to Teams by requests of our own, so the SDK needs no client. */
async function checked(
  gate: ConfigurationBotFrameworkAuthentication,
  authorization: string,
  activity: Json,
): Promise<CheckOutcome> {
  try {
    await gate.authenticateRequest({ ...bare, ...activity }, authorization)
    return { kind: 'in' }
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
    const name = error instanceof Error ? error.name : ''
    // The SDK does not count a bad signature as an authentication error; we do.
    if (status === 401 || status === 403 || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(name)) {
      return { kind: 'out', why: error instanceof Error ? error.message : String(error) }
    }
    return { kind: 'unknown', error }
  }
}

/** The claims that the SDK expects of every activity. */
const bare = {
  type: '',
  channelId: '',
  serviceUrl: '',
  id: '',
  from: { id: '', name: '' },
  recipient: { id: '', name: '' },
  conversation: { id: '', name: '', isGroup: false, conversationType: '' },
  localTimezone: '',
  callerId: '',
  label: '',
  listenFor: [],
  valueType: '',
  text: '',
  topicName: '',
  textFormat: 'plain',
  attachmentLayout: 'list',
  membersAdded: [],
  membersRemoved: [],
  reactionsAdded: [],
  reactionsRemoved: [],
  locale: '',
  historyDisclosed: false,
}

function encode(part: object | string): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}

/** Refuses tokens of other bots and of the emulator: only what the service itself signed is accepted. */
function onlyFrom(wanted: string) {
  return async (claims: readonly { readonly type: string; readonly value: string }[]) => {
    const issuer = claims.find(({ type }) => type === 'iss')?.value
    const service = claims.find(({ type }) => type === 'serviceurl')?.value
    // The SDK accepts a token that never expires.
    const ends = claims.some(({ type }) => type === 'exp')
    if (issuer === wanted && service && ends) return
    throw Object.assign(new Error('The token was not issued by the service.'), { statusCode: 401 })
  }
}

function credentials(app: TeamsApp) {
  switch (app.kind) {
    case 'secret':
      return {
        MicrosoftAppId: app.id,
        MicrosoftAppPassword: app.secret,
        MicrosoftAppType: app.tenant === undefined ? 'MultiTenant' : 'SingleTenant',
        ...(app.tenant === undefined ? {} : { MicrosoftAppTenantId: app.tenant }),
      }
    case 'managed':
      return {
        MicrosoftAppId: app.id,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppTenantId: app.tenant,
      }
    case 'local':
      return { MicrosoftAppType: 'MultiTenant' }
  }
}
