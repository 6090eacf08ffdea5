import { app, guid, otherTenant, places } from '../far/defaults.ts'
import type { NewUser } from '../far/directory.ts'
import type { FarSide } from '../far/farSide.ts'

export type Role = 'secretariat' | 'cted' | 'interpol' | 'unodc' | 'guest' | 'stranger'

const one = (name: Role, number: number, email: string, more: Partial<NewUser> = {}): NewUser => ({
  ...{ id: `29:${name}`, name, aadObjectId: guid(number), email, timezone: 'Europe/Vienna', locale: 'en-GB' },
  ...more,
})

/** Accounts of the sample's people; the guest is one of the tenant's, the stranger belongs to another tenant. */
export const users: Readonly<Record<Role, NewUser>> = {
  secretariat: one('secretariat', 1, 'secretariat@compact.example', { timezone: 'America/New_York' }),
  cted: one('cted', 2, 'focal.cted@compact.example', { timezone: 'America/New_York' }),
  interpol: one('interpol', 3, 'focal.interpol@compact.example', { timezone: 'Europe/Paris' }),
  unodc: one('unodc', 4, 'focal.unodc@compact.example'),
  guest: one('guest', 8, 'focal.ohchr@compact.example', { userRole: 'guest' }),
  stranger: one('stranger', 9, 'focal.unhcr@compact.example', { tenantId: otherTenant }),
}

/** Everybody with a conversation of two, a team of the tenant's people with a channel, and a group chat. */
export function populate(far: FarSide, emails?: Readonly<Record<string, string>>): void {
  far.addTenant(otherTenant)
  for (const [role, user] of Object.entries(users)) {
    far.addUser(emails ? { ...user, email: emails[role] ?? `${role}@elsewhere.example` } : user)
    far.personal(user.id)
  }
  const members = Object.values(users)
    .filter(({ tenantId = app.tenant }) => tenantId === app.tenant)
    .map(({ id }) => id)
  far.addTeam({ id: places.team, name: places.teamName, members })
  far.addChannel(places.team, { id: places.channel, name: places.channelName })
  far.addGroupChat({ id: places.groupChat, members })
}
