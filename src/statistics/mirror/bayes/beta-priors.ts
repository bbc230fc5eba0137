/**
 * What experts say of the share that an office registers, as Beta(a, b): arrivals and departures, offices with low or medium undercount, and
 * with high. Source: elicitation of Wiśniowski and others 2013 (doi 10.2478/jos-2013-0041).
 */
export const UNDERCOUNT_PRIORS = [
  { name: 'lambda_arrivals_low_medium', a: 57.491, b: 8.066 },
  { name: 'lambda_arrivals_high', a: 44.564, b: 20.891 },
  { name: 'lambda_departures_low_medium', a: 44.95, b: 16.958 },
  { name: 'lambda_departures_high', a: 32.135, b: 38.521 },
] as const;
