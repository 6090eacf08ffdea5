/** How people ask that a meeting last longer, or less long. */
export const toLast: readonly (readonly [said: string, line: string])[] = [
  ...['extend', 'prolong', 'lengthen'].flatMap((verb) => [
    [`${verb} M#`, 'meeting edit #'] as const,
    [`${verb} the meeting by …`, 'meeting move duration:… longer'] as const,
    [`${verb} M# by …`, 'meeting move # duration:… longer'] as const,
    [`${verb} M# …`, 'meeting move # duration:… longer'] as const,
    ...['to', 'until', 'till'].map(
      (to) => [`${verb} M# ${to} …`, `meeting move # duration:${to} …`] as const,
    ),
  ]),
  ...['shorten', 'cut'].flatMap((verb) => [
    [`${verb} M#`, 'meeting edit #'] as const,
    [`${verb} M# by …`, 'meeting move # duration:… shorter'] as const,
    ...['to', 'until', 'till'].map(
      (to) => [`${verb} M# ${to} …`, `meeting move # duration:${to} …`] as const,
    ),
  ]),
  ['make M# longer by …', 'meeting move # duration:… longer'],
  ['make M# … longer', 'meeting move # duration:… longer'],
  ['make M# shorter by …', 'meeting move # duration:… shorter'],
  ['make M# … shorter', 'meeting move # duration:… shorter'],
  ['make M# longer', 'meeting edit #'],
  ['make M# shorter', 'meeting edit #'],
  ['make M# … long', 'meeting move # duration:…'],
  ...['hours', 'hour', 'minutes', 'mins', 'min', 'h'].flatMap((unit) => [
    [`make M# # ${unit}`, `meeting move # duration:# ${unit}`] as const,
    // Of `it` is known elsewhere which meeting it is.
    [`[actually|no|sorry] make it # ${unit} [long]`, `meeting move it duration:# ${unit}`] as const,
  ]),
  ['[actually|no|sorry] make it (an hour|one hour) [long]', 'meeting move it duration:1 hour'],
  ['[actually|no|sorry] make it (half an hour|a half hour) [long]', 'meeting move it duration:30 minutes'],
  [
    '[actually|no|sorry] make it (an hour and a half|one and a half hours) [long]',
    'meeting move it duration:90 minutes',
  ],
  ['[actually|no|sorry] make it two hours [long]', 'meeting move it duration:2 hours'],
  ['M# lasts …', 'meeting move # duration:…'],
  ['M# ends at …', 'meeting move # duration:until …'],
  ['end M# at …', 'meeting move # duration:until …'],
]
