/** Slack’s own interface. */
export const publicApiUrl = 'https://slack.com/api/'

/** What Slack needs to know, from the environment. */
export interface SlackSettings {
  /** Of the one workspace, `xoxb-…`; beside it, or instead, others may install by OAuth. */
  readonly botToken: string | undefined
  /** Any of them signs a request, so that one can be replaced by another; empty in Socket Mode alone. */
  readonly signingSecrets: readonly string[]
  /** `xapp-…`: Socket Mode. */
  readonly appToken: string | undefined
  /** Requests of another app are refused. */
  readonly appId: string | undefined
  readonly oauth:
    | {
        readonly clientId: string
        readonly clientSecret: string
        /** Where people reach this server, without a slash at the end. */
        readonly publicUrl: string
      }
    | undefined
  /** Workspaces and organizations that may use the bot; empty for all that have installed it. */
  readonly teams: readonly string[]
  /** Whose word on e-mail addresses is taken, and for which domains; the bot token's workspace always is, for all. */
  readonly trust: readonly { readonly team: string; readonly domains: readonly string[] }[]
  /** With a slash at the end. */
  readonly apiUrl: string
  /** Stands before every slash command: `wg-` makes `/wg-meeting`. */
  readonly prefix: string
}
