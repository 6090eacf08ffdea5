import type { NoMentions } from '../../../src/core/feature/mention.ts'

/** Tags of a team do not follow the directory: no permission for them is narrower than the whole organization. */
export const tags: NoMentions = {
  none: 'Microsoft lets an app keep tags only with a permission over those of every team of the organization (TeamworkTag.ReadWrite.All), for which I do not ask. An owner of the team makes the tag instead (“Manage tags” beside the name of the team) and puts in those named here; type this again when members have changed. Invitations and reminders reach all members without it.',
}
