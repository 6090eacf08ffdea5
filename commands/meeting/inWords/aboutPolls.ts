/** What people say of polls. */
export const aboutPolls = [
  ['show P#', 'meeting poll show #'],
  ['settle P#', 'meeting poll settle #'],
  ['close P#', 'meeting poll close #'],
  ['vote for … in P#', 'meeting poll vote # slots:…'],
  ['vote … in P#', 'meeting poll vote # slots:…'],
  ['who has voted in P#', 'meeting poll show #'],
  ['who has not voted in P#', 'meeting poll show #'],
  ['poll results of P#', 'meeting poll show #'],
  ['results of P#', 'meeting poll show #'],
  ['P#', 'meeting poll show #'],
  ['vote P# …', 'meeting poll vote # …'],
  ['poll results', 'meeting poll show'],
  ['who has voted', 'meeting poll show'],
  ['who voted', 'meeting poll show'],
  ['who has not voted', 'meeting poll show'],
] as const
