type PatternLine = readonly [pattern: string, line: string]

/** What is said of the newsletter’s name and of its sections. */
export const planSentences: readonly PatternLine[] = [
  // `call the newsletter editor tomorrow` names nothing.
  ['(name|rename|title) (our|the) newsletter (to|as) …', 'newsletter plan name …'],
  ['call (our|the) newsletter as …', 'newsletter plan name …'],
  ['(change|set) the (name|title) of (the|our) newsletter to …', 'newsletter plan name …'],
  [
    '(delete|remove|drop|take out|skip) the section [(on|about|for|called|named)] …',
    'newsletter plan remove …',
  ],
  ['(delete|remove|drop|take out|skip) the … section', 'newsletter plan remove …'],
  [
    '(add|create|make|insert) (a|another) [new] section [(on|about|for|called|named|titled)] …',
    'newsletter plan add …',
  ],
  ['(bring back|restore) the section [(on|about|for|called|named)] …', 'newsletter plan restore …'],
  ['(bring back|restore) the … section', 'newsletter plan restore …'],
  [
    '[show|see] [me] [the|our] (sections|section list|list of sections|newsletter plan|plan of the newsletter)',
    'newsletter plan show',
  ],
  ['(what|which) sections (are there|do we have|does the newsletter have)', 'newsletter plan show'],
  [
    '(what|which) (section|sections) (is|are|have|has) [still|yet] (empty|silent|nothing|missing|without (anything|an update|updates|items))',
    'newsletter coverage section',
  ],
  ['(where|in which sections) (do|have) we [still] (have nothing|nothing)', 'newsletter coverage section'],
]
