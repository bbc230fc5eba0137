import type { Language } from '../language.ts';

/** Words inside charts; what is put in is ready text. */
export interface ChartWords {
  united: string;
  modelled: string;
  arrivals: string;
  departures: string;
  arrivalsFrom(from: string): string;
  departuresTo(to: string): string;
  lines(corridor: string): string;
  waterfall(corridor: string, years: string): string;
  coverage(office: string): string;
  map: string;
  scale(moves: string): string;
}

const ENGLISH: ChartWords = {
  united: 'united',
  modelled: 'modelled',
  arrivals: 'arrivals',
  departures: 'departures',
  arrivalsFrom: from => `arrivals ${from}`,
  departuresTo: to => `departures ${to}`,
  lines: corridor => `${corridor}: moves a year`,
  waterfall: (corridor, years) => `${corridor}: why the offices differ, ${years}`,
  coverage: office => `What ${office} sees`,
  map: 'Moves between states',
  scale: moves => `${moves} moves`,
};

const RUSSIAN: ChartWords = {
  united: 'единое число',
  modelled: 'оценка',
  arrivals: 'прибытия',
  departures: 'выбытия',
  arrivalsFrom: from => `прибытия ${from}`,
  departuresTo: to => `выбытия ${to}`,
  lines: corridor => `${corridor}: переезды за год`,
  waterfall: (corridor, years) => `${corridor}: почему расходятся службы, ${years}`,
  coverage: office => `Полнота учёта: ${office}`,
  map: 'Переезды между государствами',
  scale: moves => `переездов: ${moves}`,
};

export function chartWords(lang: Language): ChartWords {
  return lang === 'ru' ? RUSSIAN : ENGLISH;
}
