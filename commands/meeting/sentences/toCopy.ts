const copy = '((copy|duplicate|clone|repeat) M#|schedule M# again|same as M#)'
const make = '((make|repeat|hold) M#|M#)'
const makeEach = '(make M# [repeat]|(repeat|hold) M#|M#)'

/** How people ask for a meeting like another one, and for one that comes again. */
export const toCopy: readonly (readonly [said: string, line: string])[] = [
  [copy, 'meeting schedule like:#'],
  [
    '(same [meeting|time|thing|call|hour|place] again|(repeat|copy|schedule) (it|that) [again]) …',
    'meeting schedule like:it start:…',
  ],
  ['same [meeting|time|thing|call|hour|place] next …', 'meeting schedule like:it start:"next …"'],
  [`(${copy}|another M#) [to|on|for|at] …`, 'meeting schedule like:# start:…'],
  ...['daily', 'weekly', 'fortnightly', 'biweekly', 'monthly', 'quarterly'].flatMap((rhythm) => {
    const again = `(${make}|make M# a) ${rhythm}`
    return [
      [`${again} [meeting]`, `meeting schedule like:# repeat:${rhythm}`] as const,
      [`${again} # times`, `meeting schedule like:# repeat:"${rhythm}, # times"`] as const,
      [`${again} until …`, `meeting schedule like:# repeat:${rhythm} until:…`] as const,
    ]
  }),
  ...['every', 'each'].flatMap((every) => [
    [`${makeEach} ${every} …`, `meeting schedule like:# repeat:"${every} …"`] as const,
    [`${makeEach} ${every} … until …`, `meeting schedule like:# repeat:"${every} …" until:…`] as const,
  ]),
]
