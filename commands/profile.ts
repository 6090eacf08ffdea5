import { randomInt } from 'node:crypto'

import { feature } from './define.ts'
import { confirmLink, refuseLink } from './profile/confirm.ts'
import { profileHome } from './profile/home.ts'
import { linkWith } from './profile/link.ts'
import { show } from './profile/show.ts'
import { timezone } from './profile/timezone.ts'
import { unlink } from './profile/unlink.ts'

/** One's own account: accounts on several platforms are one person. */
export const profile = feature({
  name: 'profile',
  about: 'Your own settings: time zone, linked accounts',
  commands: [
    show,
    timezone,
    linkWith(() => String(randomInt(0, 1_000_000)).padStart(6, '0')),
    unlink,
    confirmLink,
    refuseLink,
  ],
  home: profileHome,
})
