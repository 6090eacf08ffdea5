/** What a meeting may be. */
export const meetingKinds = ['regular', 'in-focus', 'committee', 'briefing'] as const
