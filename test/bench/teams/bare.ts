import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'

import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import pg from 'pg'

import { object, text } from '../../../src/core/json.ts'
import { type PersonRow, personByKey } from '../linked.ts'
import { sayWhere, setting } from '../served.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Card {
  readonly acronym: string
  readonly name: string
  readonly kind: string
  readonly type: string | null
  readonly roles: readonly { readonly groupAcronym: string; readonly role: string }[]
  readonly focal_points: readonly { readonly name: string; readonly email: string | null }[]
}

/** The least that answers the same: the SDK as its manual has it, the look-up's query on a pool, and a text. */
async function main(): Promise<void> {
  const [byAcronym, ...others]: readonly Statement[] = JSON.parse(setting('LOOK_UPS'))
  if (!byAcronym || others.length > 0)
    throw new Error('one query is wanted: the card of an entity by its acronym')
  const pool = new pg.Pool({ connectionString: setting('DATABASE_URL'), options: '-c timezone=UTC' })
  const registration = {
    MicrosoftAppId: setting('MICROSOFT_APP_ID'),
    MicrosoftAppPassword: setting('MICROSOFT_APP_PASSWORD'),
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: setting('MICROSOFT_APP_TENANT_ID'),
  }
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ...registration,
        ToChannelFromBotLoginUrl: `${setting('MICROSOFT_LOGIN_URL')}/${setting('MICROSOFT_APP_TENANT_ID')}`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: setting('MICROSOFT_OPENID_URL'),
        ToBotFromEmulatorOpenIdMetadataUrl: setting('MICROSOFT_OPENID_URL'),
      },
      new PlainLogin(registration),
    ),
  )
  const bot = new ActivityHandler()
  bot.onMessage(async (context, next) => {
    const email = /^directory person (.*)$/.exec(context.activity.text)?.[1]
    if (email !== undefined) {
      const { rows } = await pool.query<PersonRow>(personByKey(email))
      const [row] = rows
      await context.sendActivity(row ? [row.name, row.title, row.email, row.zone].join('\n\n') : 'Nobody.')
      await next()
      return
    }
    const word = context.activity.text.replace(/^directory entity /, '')
    // Prepared once on each connection, as the bot's own statements are.
    const values = byAcronym.values.map((value) => (value === 'CTED' ? word : value))
    const { rows } = await pool.query<Card>({ name: 'card', text: byAcronym.text, values })
    const [card] = rows
    await context.sendActivity(card ? words(card) : `Nothing is known of ${word}.`)
    await next()
  })
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = object(await json(request))
    const { method = '', headers } = request
    await adapter.process({ method, headers, body }, likeExpress(response), (context) => bot.run(context))
  }
  server.listen(0, '127.0.0.1', () => sayWhere(server.address()))
}

function words({ acronym, name, kind, type, roles, focal_points: people }: Card): string {
  return [
    `${acronym}: ${name}`,
    `Kind: ${kind}${type === null ? '' : `, ${type}`}`,
    ...roles.map(({ groupAcronym, role }) => `${role} of ${groupAcronym}`),
    ...people.map((person) => `${person.name} ${person.email ?? ''}`),
  ].join('\n\n')
}

/** What the SDK takes for a response: Express' names over node's own. */
function likeExpress(response: ServerResponse) {
  return {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status(code: number) {
      response.statusCode = code
    },
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  }
}

/** The fake's login: the library that the SDK asks for tokens takes no address but of https. */
class PlainLogin extends ConfigurationServiceClientCredentialFactory {
  #token: Promise<string> | undefined

  override async createCredentials(_appId: string, audience: string, login: string) {
    return {
      signRequest: async <T extends { headers: { set(name: string, value: string): void } }>(request: T) => {
        this.#token ??= tokenFrom(login, audience)
        request.headers.set('authorization', `Bearer ${await this.#token}`)
        return request
      },
    }
  }
}

async function tokenFrom(login: string, audience: string): Promise<string> {
  const response = await fetch(`${login}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: setting('MICROSOFT_APP_ID'),
      client_secret: setting('MICROSOFT_APP_PASSWORD'),
      scope: `${audience}/.default`,
    }),
  })
  return text(object(await response.json())['access_token']) ?? ''
}

await main()
