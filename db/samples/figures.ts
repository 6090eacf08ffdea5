/** The platform in numbers, as three issues gave them. */
export const figures: readonly {
  readonly key: string
  readonly asOf: string
  readonly label: string
  readonly value: number
}[] = [
  {
    key: 'memberStates',
    asOf: '2022-06-30',
    label: 'Member States with focal points',
    value: 134,
  },
  {
    key: 'focalPoints',
    asOf: '2022-06-30',
    label: 'Focal points',
    value: 936,
  },
  {
    key: 'documents',
    asOf: '2022-06-30',
    label: 'Documents shared',
    value: 2808,
  },
  {
    key: 'visits',
    asOf: '2022-06-30',
    label: 'Visits to the platform',
    value: 126329,
  },
  {
    key: 'ctedRecommendations',
    asOf: '2022-06-30',
    label: 'CTED technical-assistance recommendations',
    value: 705,
  },
  {
    key: 'ctedCountryAssessments',
    asOf: '2022-06-30',
    label: 'CTED country assessments',
    value: 24,
  },
  {
    key: 'memberStates',
    asOf: '2022-10-31',
    label: 'Member States with focal points',
    value: 135,
  },
  {
    key: 'focalPoints',
    asOf: '2022-10-31',
    label: 'Focal points',
    value: 936,
  },
  {
    key: 'documents',
    asOf: '2022-10-31',
    label: 'Documents shared',
    value: 2808,
  },
  {
    key: 'visits',
    asOf: '2022-10-31',
    label: 'Visits to the platform',
    value: 150000,
  },
  {
    key: 'ctedRecommendations',
    asOf: '2022-10-31',
    label: 'CTED technical-assistance recommendations',
    value: 705,
  },
  {
    key: 'organizations',
    asOf: '2022-10-31',
    label: 'International and regional organizations',
    value: 10,
  },
  {
    key: 'memberStates',
    asOf: '2023-04-30',
    label: 'Member States with focal points',
    value: 136,
  },
  {
    key: 'focalPoints',
    asOf: '2023-04-30',
    label: 'Focal points',
    value: 1000,
  },
  {
    key: 'documents',
    asOf: '2023-04-30',
    label: 'Documents shared',
    value: 3279,
  },
  {
    key: 'visits',
    asOf: '2023-04-30',
    label: 'Visits to the platform',
    value: 200062,
  },
  {
    key: 'ctedRecommendations',
    asOf: '2023-04-30',
    label: 'CTED technical-assistance recommendations',
    value: 705,
  },
  {
    key: 'ctedCountryAssessments',
    asOf: '2023-04-30',
    label: 'CTED country assessments',
    value: 24,
  },
  {
    key: 'organizations',
    asOf: '2023-04-30',
    label: 'International and regional organizations',
    value: 13,
  },
]
