/** What is held somewhere. */
export const activities: ReadonlySet<string> = new Set(
  'training trainings workshop workshops course courses seminar seminars conference roundtable consultation consultations meeting exercise webinar symposium'.split(
    ' ',
  ),
)
