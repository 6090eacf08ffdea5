import type { SlackSettings } from '../../../adapters/slack/settings.ts'
import type { Json } from './payloads.ts'
import type { Answered } from './signed.ts'
import { type SlackWorld, slackWorld } from './world.ts'

export const oauth = {
  clientId: 'client-1',
  clientSecret: 'a-client-secret',
  publicUrl: 'https://bot.example.org',
}

/** A bot without a token of its own: T1, T2 and the organization E1 with its workspaces T3 and T4 may install it. */
export async function oauthWorld(given: Partial<SlackSettings> = {}): Promise<SlackWorld> {
  const world = await slackWorld({
    botToken: undefined,
    oauth,
    trust: ['T1', 'T2', 'E1'].map((team) => ({ team, domains: ['*'] })),
    ...given,
  })
  const { far } = world
  far.addTeam({ teamId: 'T2', name: 'Second', botToken: 'xoxb-2', botUserId: 'UBOT2', botId: 'B2' })
  const organization = { enterpriseId: 'E1', botToken: 'xoxb-e', botUserId: 'UBOTE', botId: 'BE' }
  far.addTeam({ teamId: 'T3', name: 'Third', ...organization })
  for (const [team, name] of [
    ['T2', 'focal.interpol'],
    ['T3', 'focal.unodc'],
  ] as const) {
    far.addUser(team, { id: 'U2', email: `${name}@compact.example`, realName: name })
  }
  return world
}

/** Everything that adapters keep, of one kind or of all, as the store has it. */
export async function keptText({ database }: SlackWorld, kind?: string): Promise<string> {
  const { rows } = await database.store.pool.query(
    'select * from kept where $1::text is null or kind = $1 order by kind, tenant, key',
    [kind ?? null],
  )
  return JSON.stringify(rows)
}

/** Slack tells that the app, or tokens of it, ended at a moment. */
export function tellEnd(
  world: SlackWorld,
  kind: 'app_uninstalled' | 'tokens_revoked',
  at: Date,
  { team = 'T1', event = {} }: { readonly team?: string; readonly event?: Json } = {},
): Promise<Answered> {
  const botUser = world.far.teams.get(team)?.botUserId ?? ''
  const change = { event_time: Math.floor(at.getTime() / 1000) }
  return world.tell(kind, event, { team, botUser, change })
}
