import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shippedRegister } from '../register/read-register.ts';
import { checkFolder } from './check-folder.ts';

/** A copy of the register that ships, in which texts of files are changed. */
function changedCopy(changes: Record<string, (text: string) => string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-register-'));
  cpSync(shippedRegister, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return folder;
}

it('names the faults of acts and cases that cannot be read, with file and line, all at once', () => {
  const folder = changedCopy({
    'acts/EAEU-2014.yaml': text => text.replace('kind: treaty', 'kind: song').replace('2015-01-02', '2015-02-30'),
    'cases/golden.yaml': () => '- {on: 2012-01-01, citizen: KZ, in: BY, ask: pension, expect: maybe}\n',
  });
  const faults = checkFolder(folder).faults.join('\n');
  expect(faults).toMatch(/EAEU-2014\.yaml:5: kind: .*expected one of/);
  expect(faults).toMatch(/EAEU-2014\.yaml:\d+: claims\.\d+\.date: found 2015-02-30, expected a day/);
  expect(faults).toMatch(/golden\.yaml:1: /);
});

it('finds a case with another answer, a rule that no case reaches, equals that differ, and an article that is not there', () => {
  const wrong = changedCopy({ 'cases/golden.yaml': text => text.replace("expect: 'yes'", "expect: 'no'") });
  expect(checkFolder(wrong).faults[0]).toMatch(/golden\.yaml:3: 2012-01-01 KZ in BY .*found yes, expected no/);
  const unreached = changedCopy({
    'acts/BYKZ-STAY-2013.yaml': text =>
      `${text}      - right: public-office\n        effect: permission\n      - right: public-office\n        effect: prohibition\n`,
  });
  expect(checkFolder(unreached).faults.join('\n')).toMatch(
    /BYKZ-STAY-2013\/provision 1\/public-office and BYKZ-STAY-2013\/provision 1\/public-office-\d+ have equal rank and differ\n[\s\S]*public-office: no case reaches it/,
  );
  const dead = changedCopy({ 'acts/CIS-CONV-2008.yaml': text => text.replace('["7(1)", "13(1)"]', '["99"]') });
  expect(checkFolder(dead).faults).toEqual(['CIS-CONV-2008: claim c2 names article 99, and no provision is of it']);
});

it.each([
  ['acts/EAEU-2014.yaml', 'kind: treaty', 'kindd: treaty', /EAEU-2014\.yaml:5: Unrecognized key: "kindd"/],
  [
    'acts/EAEU-2014.yaml',
    'kind: treaty',
    'kind: song',
    /EAEU-2014\.yaml:5: kind: found song, expected one of "treaty"/,
  ],
  [
    'acts/BYKZ-STAY-2013.yaml',
    'effect: limit',
    'effect: limit\n        overrides: [NOPE]',
    /overrides NOPE, and there is no such rule/,
  ],
  [
    'acts/CIS-LABOUR-1994.yaml',
    'subjects: [work]',
    'subjects: [work]\namends: CIS-LABOUR-1994-P2005',
    /CIS-LABOUR-1994: amends itself through others/,
  ],
  [
    'acts/BYKZ-STAY-2013.yaml',
    'date: 2015-01-29',
    'date: 2005-01-29',
    /c2 gives 2005-01-29, and the act was signed on 2013-10-04/,
  ],
  [
    'acts/BYKZ-STAY-2013.yaml',
    'event: entry-into-force',
    'event: entry-into-force\n    supersedes: c2',
    /claim c2 supersedes itself/,
  ],
  ['acts/BYRU-MOVE-2006.yaml', '[SHKL]', '[SHKLOV]', /BYRU-MOVE-2006: there is no source \[SHKLOV\]/],
  ['gaps.yaml', 'CIS-CONV-2008', 'NOPE', /gaps\.yaml: there is no act NOPE/],
  ['cases/golden.yaml', 'ask: work-without-permit', 'ask: fly', /golden\.yaml:2: 0\.ask: found fly, expected one of/],
  ['cases/golden.yaml', 'on: 2011-12-31', 'on: 2011-02-31', /golden\.yaml:2: 0\.on: found 2011-02-31, expected a day/],
  ['cases/golden.yaml', 'in: BY', 'in: KZ', /golden\.yaml:2: .*expected two states/],
])('in %s: %s -> %s', (file, was, is, fault) =>
  expect(checkFolder(changedCopy({ [file]: text => text.replace(was, is) })).faults.join('\n')).toMatch(fault),
);

it('passes an act added by the recipe of CONTRIBUTING, word by word, and not one step less', () => {
  const recipe = readFileSync('CONTRIBUTING.md', 'utf8').split('## Add an act')[1] ?? '';
  const [act, source, cases] = [...recipe.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) =>
    text.replace(/^ {3}/gm, ''),
  );
  const addedTo = (steps: { source?: boolean; cases?: boolean }) => {
    const folder = changedCopy({
      'sources.yaml': text => (steps.source ? `${text}${source}` : text),
      'cases/golden.yaml': text => (steps.cases ? `${text}${cases}` : text),
    });
    writeFileSync(join(folder, 'acts', 'MDTJ-WORK-2024.yaml'), act ?? '');
    return checkFolder(folder).faults.join('\n');
  };
  expect(addedTo({ source: true, cases: true })).toBe('');
  expect(addedTo({ cases: true })).toMatch(/there is no source MADEUP/);
  expect(addedTo({ source: true })).toMatch(/MDTJ-WORK-2024\/3\/work-without-permit: no case reaches it/);
});
