/** What Teams needs to know, from the environment. */
export interface TeamsSettings {
  readonly app: TeamsApp
  /** Microsoft Entra tenants (ids) whose people may use the bot; `all` for every one in which it is installed. */
  readonly tenants: readonly string[] | 'all'
  /** Whose word on e-mail addresses is taken, and for which domains; the app's own tenant always is, for all. */
  readonly trust: readonly { readonly tenant: string; readonly domains: readonly string[] }[]
  /** Where the keys are described that sign what Teams sends. */
  readonly openIdUrl: string
  /** Where tokens come from, without a slash at the end. */
  readonly loginUrl: string
  /** Hosts that may be a service address beside Microsoft's own: of another cloud, or of a fake in a test. */
  readonly serviceHosts: readonly string[]
}

export type TeamsApp =
  /** An app registration with a client secret; `tenant` undefined for a multi-tenant one of before 2025. */
  | {
      readonly kind: 'secret'
      readonly id: string
      readonly secret: string
      readonly tenant: string | undefined
    }
  | { readonly kind: 'managed'; readonly id: string; readonly tenant: string }
  /** Without tokens, for a client on this machine. */
  | { readonly kind: 'local' }

export const publicOpenIdUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
export const publicLoginUrl = 'https://login.microsoftonline.com'

/** What Microsoft’s bot service calls itself in tokens: in its cloud for the United States’ government otherwise. */
export function serviceName({ loginUrl }: Pick<TeamsSettings, 'loginUrl'>): string {
  const government = URL.canParse(loginUrl) && new URL(loginUrl).hostname === 'login.microsoftonline.us'
  return government ? 'https://api.botframework.us' : 'https://api.botframework.com'
}
