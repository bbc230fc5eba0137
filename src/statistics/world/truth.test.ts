import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar.ts';
import type { Move, Report } from './report.ts';
import { Truth } from './truth.ts';

const DATA_END = dayOf(2011, 12, 31);
const FILE = { dataEnd: DATA_END, isLoaded: (state: string) => ['A', 'B', 'C'].includes(state) };

function move(origin: string, destination: string, on: number, more: Partial<Move> = {}): Move {
  return {
    kind: 'lasting',
    origin,
    destination,
    originPlace: '',
    destinationPlace: '',
    on,
    purpose: 'work',
    intendedMonths: undefined,
    id: '1-1',
    trip: undefined,
    ...more,
  };
}

function report(kind: Report['kind'], of: Move, more: Partial<Report> = {}): Report {
  const eventOn = 'eventOn' in more ? more.eventOn : of.on;
  return {
    office: kind === 'arrival' ? of.destination : of.origin,
    kind,
    registeredOn: of.on + 5,
    eventOn,
    origin: of.origin,
    destination: of.destination,
    originPlace: '',
    destinationPlace: '',
    purpose: '',
    intendedMonths: undefined,
    basis: '',
    ground: '',
    occasion: 'move',
    move: of,
    copyOf: undefined,
    ...more,
  };
}

function verdicts(reports: readonly Report[]): string[] {
  const truth = new Truth(reports, FILE);
  return reports.map(slip => truth.judge(slip).verdict);
}

const moved = move('A', 'B', dayOf(2005, 3, 1));
const arrival = report('arrival', moved);
const departure = report('departure', moved);

describe('the truth of a slip', () => {
  it('confirms a departure by its arrival', () => {
    expect(verdicts([departure, arrival])).toEqual(['confirmed', 'counted']);
  });

  it('leaves a departure unconfirmed where the destination missed the arrival', () => {
    expect(verdicts([departure])).toEqual(['unconfirmed']);
  });

  it('keeps a departure open while the lapse runs', () => {
    const late = move('A', 'B', dayOf(2011, 7, 2));
    expect(verdicts([report('departure', late)])).toEqual(['open']);
    expect(verdicts([report('departure', { ...late, on: dayOf(2011, 6, 30) })])).toEqual(['unconfirmed']);
  });

  it('redirects a departure that names another state than the one reached', () => {
    expect(verdicts([report('departure', moved, { destination: 'C' }), arrival])).toEqual(['redirected', 'counted']);
    expect(verdicts([report('departure', moved, { destination: 'DE' }), arrival])).toEqual(['outside', 'counted']);
  });

  it('takes a repeat for what it is, or counts it where the first arrival is not on file', () => {
    const repeat = report('arrival', moved, {
      occasion: 'repeat',
      eventOn: dayOf(2006, 5, 1),
      registeredOn: dayOf(2006, 5, 3),
    });
    expect(verdicts([departure, arrival, repeat])).toEqual(['confirmed', 'counted', 'repeat_origin']);
    expect(verdicts([departure, repeat])).toEqual(['unconfirmed', 'counted']);
  });

  it('knows a second writing', () => {
    expect(verdicts([arrival, report('arrival', moved, { registeredOn: moved.on + 9, copyOf: arrival })])).toEqual([
      'counted',
      'duplicate',
    ]);
  });

  it('tells an expired term from a departure that nothing followed', () => {
    const expired = report('departure', move('B', 'A', dayOf(2007)), {
      occasion: 'expired',
      ground: 'expired',
      move: undefined,
    });
    expect(new Truth([expired], FILE).judge(expired)).toEqual({ verdict: 'unconfirmed', cause: 'expired' });
  });

  it('sees a short stay by slips of both ways, or by its intention where nothing shows the way back', () => {
    const out = move('A', 'B', dayOf(2005, 3, 1), { kind: 'outward', trip: 0 });
    const back = move('B', 'A', dayOf(2005, 9, 1), { kind: 'return', trip: 0 });
    expect(verdicts([report('departure', out), report('arrival', back)])).toEqual(['short_stay', 'short_stay']);
    expect(verdicts([report('departure', out), report('arrival', out)])).toEqual(['confirmed', 'counted']);
    expect(verdicts([report('departure', out), report('arrival', out, { intendedMonths: 6 })])).toEqual([
      'short_stay',
      'short_stay',
    ]);
    expect(verdicts([report('departure', out, { intendedMonths: 6 })])).toEqual(['unconfirmed']);
    expect(verdicts([report('arrival', back)])).toEqual(['counted']);
  });

  it('calls what leads out of the states on file outside', () => {
    expect(verdicts([report('arrival', move('DE', 'B', dayOf(2005)))])).toEqual(['outside']);
    const unnamed = report('arrival', moved, { origin: '' });
    expect(new Truth([departure, unnamed], FILE).judge(unnamed)).toEqual({
      verdict: 'outside',
      cause: 'unknown_state',
    });
  });
});
