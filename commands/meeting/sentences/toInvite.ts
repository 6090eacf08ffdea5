/** How people invite somebody to one meeting, and take them off again; the whole group is invited already. */
export const toInvite: readonly (readonly [said: string, line: string])[] = [
  ...['everyone', 'everybody', 'all', 'the group', 'the whole group', 'all members', 'the members'].flatMap(
    (whom) => [
      [`invite ${whom} to M#`, 'meeting attendees #'] as const,
      [`invite ${whom}`, 'meeting attendees'] as const,
    ],
  ),
  ...[
    'invite … to M#',
    'invite … as a guest to M#',
    'invite … as guest to M#',
    'invite … as guests to M#',
  ].map((asked) => [asked, 'meeting attendees # invite:…'] as const),
  ...[
    'invite … [also|too] to M# (too|as well|also)',
    'also invite … to M#',
    '(send|forward) [the|an] (invitation|invite) (for|to|of) M# to … [too|as well|also]',
    'add … to the (invitation|invitees|invite list|guests|guest list|participants|attendees) (of|for) M#',
  ].map((asked) => [asked, 'meeting attendees # invite:…'] as const),
  ...['uninvite', 'disinvite', 'withdraw the invitation of'].map(
    (asked) => [`${asked} … from M#`, 'meeting attendees # invite:… withdraw:yes'] as const,
  ),
  ['(uninvite|disinvite) @', 'meeting attendees invite:@ withdraw:yes'],
]
