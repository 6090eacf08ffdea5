import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { within } from '../../../src/chat/work/within.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { serviceName, type TeamsApp, type TeamsSettings } from '../settings.ts'
import { heard } from './sdkConsole.ts'

/** Who let an activity in, or why it was not. */
export type Checked =
  | { readonly kind: 'in' }
  | { readonly kind: 'out'; readonly why: string }
  /** It cannot be told now: the keys are not to be had. */
  | { readonly kind: 'unknown'; readonly error: unknown }

/** The SDK’s part: it tells whether an activity comes from Microsoft’s service and is meant for this app. */
export interface Door {
  /** `authorization` is the header as it came. */
  check(authorization: string, activity: Json): Promise<Checked>
  /** Reads the keys before the first activity comes. Raises what the SDK raises. */
  warm(): Promise<void>
}

/** What the SDK knows of a cloud by itself, for the one of the settings. */
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

/** Opens the door of one app. */
export function connect(settings: Pick<TeamsSettings, 'app' | 'openIdUrl' | 'loginUrl'>, log: Log): Door {
  const issuer = serviceName(settings)
  const gate = new ConfigurationBotFrameworkAuthentication(
    { ...credentials(settings.app), ...cloudOf(settings) },
    undefined,
    { requiredEndorsements: [], validateClaims: onlyFrom(issuer) },
  )
  const unsigned = [{ alg: 'RS256', kid: 'none' }, { iss: issuer }, 'none'].map(encode).join('.')
  const check: Door['check'] = (authorization, activity) =>
    heard(log, async (): Promise<Checked> => {
      // The SDK waits for its keys as long as it takes.
      const told = await within(checked(gate, authorization, activity), checkMs)
      if (told) return told.value
      return { kind: 'unknown', error: new Error('The keys were not to be had in time.') }
    })
  return {
    check,
    async warm() {
      // A token of the right issuer that no key has signed makes the SDK read the keys.
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
 * Tokens of the machine’s own identity, from the SDK, which keeps one as long as it is good. What it resolves to
 * raises what the SDK raises.
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

/** The check alone: what is said to Teams goes by requests of our own, so no client of the SDK’s is made for it. */
async function checked(
  gate: ConfigurationBotFrameworkAuthentication,
  authorization: string,
  activity: Json,
): Promise<Checked> {
  try {
    await gate.authenticateRequest({ ...bare, ...activity }, authorization)
    return { kind: 'in' }
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
    const name = error instanceof Error ? error.name : ''
    // A bad signature is no authentication error to the SDK; to us it is.
    if (status === 401 || status === 403 || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(name)) {
      return { kind: 'out', why: error instanceof Error ? error.message : String(error) }
    }
    return { kind: 'unknown', error }
  }
}

/** What the SDK expects of every activity. */
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

/** Tokens of other bots and of the emulator are none of ours: only what the service itself signed comes in. */
function onlyFrom(wanted: string) {
  return async (claims: readonly { readonly type: string; readonly value: string }[]) => {
    const issuer = claims.find(({ type }) => type === 'iss')?.value
    const service = claims.find(({ type }) => type === 'serviceurl')?.value
    // The SDK lets a token in that never expires.
    const ends = claims.some(({ type }) => type === 'exp')
    if (issuer === wanted && service && ends) return
    throw Object.assign(new Error('The token is not one of the service’s.'), { statusCode: 401 })
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
