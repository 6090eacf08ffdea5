/** How people ask for a meeting like another one, and for one that comes again. */
export const toCopy: readonly (readonly [said: string, line: string])[] = [
  ...[
    'copy M#',
    'duplicate M#',
    'clone M#',
    'repeat M#',
    'schedule M# again',
    'same as M#',
    'another M#',
  ].flatMap((copy) => [
    ...(copy.startsWith('another') ? [] : [[copy, 'meeting schedule like:#'] as const]),
    ...['to …', 'on …', 'for …', 'at …', '…'].map(
      (time) => [`${copy} ${time}`, 'meeting schedule like:# start:…'] as const,
    ),
  ]),
  ...['daily', 'weekly', 'fortnightly', 'biweekly', 'monthly', 'quarterly'].flatMap((rhythm) =>
    ['make M#', 'make M# a', 'repeat M#', 'M#', 'hold M#'].flatMap((make) => [
      [`${make} ${rhythm}`, `meeting schedule like:# repeat:${rhythm}`] as const,
      [`${make} ${rhythm} meeting`, `meeting schedule like:# repeat:${rhythm}`] as const,
      [`${make} ${rhythm} # times`, `meeting schedule like:# repeat:"${rhythm}, # times"`] as const,
      [`${make} ${rhythm} until …`, `meeting schedule like:# repeat:${rhythm} until:…`] as const,
    ]),
  ),
  ...['make M#', 'make M# repeat', 'repeat M#', 'M#', 'hold M#'].flatMap((make) =>
    ['every', 'each'].flatMap((every) => [
      [`${make} ${every} …`, `meeting schedule like:# repeat:"${every} …"`] as const,
      [`${make} ${every} … until …`, `meeting schedule like:# repeat:"${every} …" until:…`] as const,
    ]),
  ),
]
