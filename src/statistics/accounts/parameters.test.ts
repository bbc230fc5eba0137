import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, parseParameters } from './parameters.ts';

const GIVEN = { threshold: '12', lapse: '6' };

describe('parameters of an account', () => {
  it('are the defaults of the design where nothing else is said', () => {
    expect(parseParameters(GIVEN)).toEqual(DEFAULT_PARAMETERS);
  });

  it('name classes in one order, each once, blanks passed over', () => {
    const by = ['sex', 'age', 'citizenship', 'purpose'];
    expect(parseParameters({ ...GIVEN, by: 'purpose, sex,age,citizenship,sex' }).by).toEqual(by);
    expect(parseParameters({ ...GIVEN, by: '' }).by).toEqual([]);
  });

  it.each(['0', '121', '-3', '2.5', '', ' ', 'a year', 'Infinity', '0x10', '1e1'])('take no %j for months', text => {
    expect(() => parseParameters({ ...GIVEN, threshold: text })).toThrow(
      /--threshold: found .*whole months from 1 to 120/,
    );
  });

  it('tell all faults at once', () => {
    expect(() => parseParameters({ threshold: '0', lapse: 'six', by: 'sex,height,shoe' })).toThrow(
      expect.objectContaining({
        code: 'invalid_option',
        details: {
          faults: [
            expect.stringMatching(/^--threshold: found 0/),
            expect.stringMatching(/^--lapse: found six/),
            expect.stringMatching(/^--by: found height/),
            expect.stringMatching(/^--by: found shoe/),
          ],
        },
      }),
    );
  });
});
