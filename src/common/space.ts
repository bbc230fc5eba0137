/** The states of the migration space, in order of their codes. */
export const SPACE_STATES = ['AM', 'AZ', 'BY', 'GE', 'KG', 'KZ', 'MD', 'RU', 'TJ', 'TM', 'UA', 'UZ'] as const;
