import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';
import { encodeWindows1251 } from './fixtures/windows-1251.ts';
import { getLayout } from './layout.ts';
import { getProfile, shippedProfiles } from './profile.ts';
import { COLUMN_WORDS, type WordColumn } from './slip-columns.ts';

const RUSSIAN = `Номер листка;Форма;Дата регистрации;Дата прибытия;Дата выбытия;Фамилия;Имя;Отчество;Пол;Дата рождения;Страна рождения;Гражданство;Документ;Страна прежнего места жительства;Страна нового места жительства;Цель;Срок (мес.);Вид регистрации;Основание снятия;Статус
77-1;1-ПРИБ;05.03.2011;01.03.2011;;Лукашевич;Анна;Ивановна;Ж;29.02.1980;810;112;MP 1;112;643;В связи с работой;24;по месту пребывания;;
77-2;1-ВЫБ;05.04.2012 0:00:00;;02.04.2012;"Ковальчук ""мл.""";Пётр;;М;1975;051;51;;643;112;;;1;Истечение срока;Действует
77-3;1-ПРИБ;05.03.2011;31.02.2011;;Ёлкин;Яша;;м;05.1999;112;без гражданства;;999;;;;;;
77-4;1-ПРИБ;2011-03-05;;;Ким;Ия;;Ж;;;;;;;;;;;
77-5;1-ПРИБ;05.03.2011;;;Ким;Ия;;Ж;;;;;;;;;;;Аннулирован
`;

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('the profile ru-1prib-1vyb', () => {
  it.each([
    ['windows-1251', encodeWindows1251(RUSSIAN)],
    ['UTF-8', Buffer.from(RUSSIAN)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${RUSSIAN}`)],
    ['windows-1251 with line ends of Windows', encodeWindows1251(RUSSIAN.replaceAll('\n', '\r\n'))],
  ])('is recognised by the header in %s', async (_, bytes) => {
    const reading = await bench.read([bench.write('листки.csv', bytes)]);
    expect(reading).toMatchObject({ read: 5, accepted: 3, setAside: 2, files: [{ profile: 'ru-1prib-1vyb' }] });
    const columns = 'slip_id, office, kind, registered_on, event_on, surname, given_name, sex, birth_year, birth_month';
    expect(await bench.slips(columns)).toEqual([
      {
        slip_id: '77-1',
        office: 'RU',
        kind: 'arrival',
        registered_on: '2011-03-05',
        event_on: '2011-03-01',
        surname: 'Лукашевич',
        given_name: 'Анна',
        sex: 'F',
        birth_year: 1980,
        birth_month: 2,
      },
      {
        slip_id: '77-2',
        office: 'RU',
        kind: 'departure',
        registered_on: '2012-04-05',
        event_on: '2012-04-02',
        surname: 'Ковальчук "мл."',
        given_name: 'Пётр',
        sex: 'M',
        birth_year: 1975,
        birth_month: null,
      },
      {
        slip_id: '77-3',
        office: 'RU',
        kind: 'arrival',
        registered_on: '2011-03-05',
        event_on: null,
        surname: 'Ёлкин',
        given_name: 'Яша',
        sex: 'M',
        birth_year: 1999,
        birth_month: 5,
      },
    ]);
    expect(
      await bench.slips('birth_country, citizenship, origin, destination, purpose, intended_months, basis, ground'),
    ).toEqual([
      {
        birth_country: 'RU',
        citizenship: 'BY',
        origin: 'BY',
        destination: 'RU',
        purpose: 'work',
        intended_months: 24,
        basis: 'stay',
        ground: null,
      },
      {
        birth_country: 'AM',
        citizenship: 'AM',
        origin: 'RU',
        destination: 'BY',
        purpose: null,
        intended_months: null,
        basis: 'residence',
        ground: 'expired',
      },
      {
        birth_country: 'BY',
        citizenship: null,
        origin: 'ZZ',
        destination: 'RU',
        purpose: null,
        intended_months: null,
        basis: null,
        ground: null,
      },
    ]);
    expect(await bench.faults()).toEqual([
      '3 event_on bad_date 31.02.2011 kept',
      '3 origin unknown_state 999 kept',
      '4 registered_on bad_date 2011-03-05 aside',
      '5 status withdrawn Аннулирован aside',
    ]);
    const { expected } = await bench.engine.row(`select expected from fault where column_name = 'registered_on'`);
    expect(expected).toBe('a day dd.mm.yyyy, not before 1900-01-01');
  });
});

describe('the profile kz-coupons', () => {
  it('is recognised by its header, beside files of other layouts', async () => {
    const kazakh = bench.write(
      'kz.csv',
      '\ufeffНомер талона;Вид талона;Дата оформления;Дата переезда;Фамилия;Имя;Пол;Дата рождения;Гражданство;Откуда (страна);Куда (страна)\n1;Убытие;05.03.2011;;Ахметов;Ерлан;Е;01.02.1990;KAZ;;RUS\n',
    );
    const russian = bench.write('ru.csv', encodeWindows1251(RUSSIAN));
    const native = bench.write('by.csv', 'slip_id,office,kind,registered_on\n1,BY,arrival,2011-03-05\n');
    const reading = await bench.read([kazakh, russian, native]);
    expect(reading.files.map(({ profile }) => profile)).toEqual(['saldo', 'kz-coupons', 'ru-1prib-1vyb']);
    expect(await bench.slips('office, kind, citizenship, destination, sex').then(slips => slips[1])).toEqual({
      office: 'KZ',
      kind: 'departure',
      citizenship: 'KZ',
      destination: 'RU',
      sex: 'M',
    });
  });
});

describe('profiles', () => {
  it('that are shipped are all valid and each named as its file', () => {
    expect(shippedProfiles().map(({ name }) => name)).toEqual(['kz-coupons', 'ru-1prib-1vyb']);
  });

  it('of an office of its own come from a file', async () => {
    const profile = bench.write(
      'mine.yaml',
      `name: mine
title: { ru: свой, en: own }
dates: mm/dd/yyyy
constants: { office: BY, kind: arrival }
columns: { slip_id: [id], registered_on: [day] }
`,
    );
    const csv = bench.write('x.csv', 'id,day\n1,12/31/2010\n');
    await bench.read([csv], profile);
    expect(await bench.slips('office, kind, registered_on')).toEqual([
      { office: 'BY', kind: 'arrival', registered_on: '2010-12-31' },
    ]);
  });

  it('that are not there are named with those that are', () => {
    expect(() => getProfile('de')).toThrow(
      'unknown profile: de; expected one of saldo, kz-coupons, ru-1prib-1vyb, or a file',
    );
  });

  it('whose file breaks the rules are refused with every rule broken', () => {
    const path = bench.write(
      'bad.yaml',
      'name: Мой\ntitle: { ru: a, en: b }\ndates: dmy\ncolour: red\ncolumns: { slip: [x] }\n',
    );
    expect(() => getProfile(path)).toThrow(expect.objectContaining({ code: 'invalid_file' }));
    expect(() => getProfile(path)).toThrow(/name: expected small letters.*dates: expected a form.*colour/s);
  });

  it('that leave a required column out are refused', () => {
    const path = bench.write('bad.yaml', 'name: x\ntitle: { ru: a, en: b }\ncolumns: { slip_id: [x] }\n');
    expect(() => getProfile(path)).toThrow(
      /columns\.office: required.*columns\.kind: required.*columns\.registered_on/s,
    );
  });

  it('whose file is no YAML, or not there, are refused', () => {
    expect(() => getProfile(bench.write('bad.yaml', 'name: "x'))).toThrow(
      expect.objectContaining({ code: 'invalid_file' }),
    );
    expect(() => getProfile('./nowhere.yaml')).toThrow(expect.objectContaining({ code: 'unreadable_input' }));
  });

  it('that both fit a header are not chosen between', () => {
    const profiles = shippedProfiles().map(profile => ({ ...profile, columns: getProfile('kz-coupons').columns }));
    expect(() => getLayout(['Номер талона', 'Вид талона', 'Дата оформления'], profiles)).toThrow(
      'its header fits several profiles: kz-coupons, ru-1prib-1vyb; name one',
    );
  });

  it('have only words that the format knows', () => {
    for (const { values } of shippedProfiles()) {
      for (const [column, known] of Object.entries(COLUMN_WORDS)) {
        const words = Object.values(values[column as WordColumn] ?? {});
        expect(['', ...known]).toEqual(expect.arrayContaining(words));
      }
    }
  });
});
