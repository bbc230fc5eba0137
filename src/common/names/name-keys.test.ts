import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEN, WOMEN } from './given-name-forms.ts';
import { givenNameKeys, type NameKeys, patronymicKeys, surnameKeys } from './name-keys.ts';

const KINDS = { surnameKeys, givenNameKeys, patronymicKeys };
const EMPTY: NameKeys = { letters: '', sound: '', otherSound: null, parts: [] };
const ALPHABETS = [
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўәғқңөұүһҳҷӣӯ',
  'abcdefghijklmnopqrstuvwxyzçğöşüəšžčŝûâŭțșăîñýäū',
  'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
];
const aName = fc.oneof(
  ...ALPHABETS.map(letters => fc.string({ unit: fc.constantFrom(...letters, '-', ' ', "'"), maxLength: 24 })),
);
const aCyrillicStem = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'бвгдзклмнпрстаеиоу'), minLength: 2, maxLength: 8 }),
    fc.constantFrom(...'бдлмнпр'),
  )
  .map(letters => letters.join(''));

describe.each(Object.entries(KINDS))('%s', (_, keysOf) => {
  test('any string has keys of the letters a-z', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), written => {
        const keys = keysOf(written);
        for (const key of [keys.letters, keys.sound, keys.otherSound ?? '', ...keys.parts])
          expect(key).toMatch(/^[a-z]*$/);
      }),
    );
  });

  test('capitals, composed letters and stress marks change nothing', () => {
    fc.assert(
      fc.property(aName, name => {
        const keys = keysOf(name);
        expect(keysOf(name.toUpperCase())).toEqual(keys);
        expect(keysOf(name.normalize('NFD'))).toEqual(keys);
        expect(keysOf(name.replace(/[аеиоуыэюя]/g, '$&\u0301'))).toEqual(keys);
      }),
    );
  });

  test('the letters of a name decide its sound: the other reading is another one, the parts are those of the words', () => {
    fc.assert(
      fc.property(aName, name => {
        const keys = keysOf(name);
        expect(keys.otherSound).not.toBe(keys.sound);
        expect(keys.parts).not.toHaveLength(1);
        if (keys.parts.length > 0) expect(keys.parts.join('')).toBe(keys.sound);
      }),
    );
  });

  test.each([
    '',
    ' ',
    '-',
    '—',
    'НЕТ',
    'нет',
    'Б/О',
    'без отчества',
    'Не указано',
    'Unknown',
    'n/a',
    '***',
    '123',
    '🙂',
    '\ud800',
    '(нет)',
  ])('nothing is left of "%s"', written => {
    expect(keysOf(written)).toEqual(EMPTY);
  });

  test('ten thousand letters are read as far as a name goes', () => {
    expect(keysOf('щ'.repeat(10_000)).letters.length).toBeLessThan(1000);
  });
});

test('the feminine form of a surname has the keys of the masculine one', () => {
  const endings = [
    ['ов', 'ова'],
    ['ев', 'ева'],
    ['ин', 'ина'],
    ['ский', 'ская'],
    ['цкий', 'цкая'],
    ['ой', 'ая'],
    ['ый', 'ая'],
    ['аў', 'ава'],
    ['ський', 'ська'],
  ] as const;
  fc.assert(
    fc.property(aCyrillicStem, fc.constantFrom(...endings), (stem, [masculine, feminine]) => {
      expect(surnameKeys(stem + feminine)).toEqual(surnameKeys(stem + masculine));
    }),
  );
});

test.each(rows(MEN).map(row => row[0] ?? ''))('a patronymic of a child of %s has the sound of the father', father => {
  const { sound } = givenNameKeys(father);
  for (const ending of [' оглы', ' кызы', ' қызы', '-оглы', ' уулу', ' oğlu']) {
    expect([ending, patronymicKeys(father + ending).sound]).toEqual([ending, sound]);
  }
});

test('one mistyped letter changes one or two letters of a surname’s key', () => {
  const stem = fc.string({ unit: fc.constantFrom(...'бвгдзклмнпрст'), minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(stem, stem, fc.constantFrom('б', 'к', 'а', 'р'), (front, back, typed) => {
      const right = surnameKeys(`${front}о${back}енко`).letters;
      const wrong = surnameKeys(`${front}${typed}${back}енко`).letters;
      expect(differences(right, wrong)).toBeLessThanOrEqual(2);
    }),
  );
});

describe('given names', () => {
  test.each([...rows(MEN), ...rows(WOMEN)].map(forms => [forms[0] ?? '', forms]))(
    'the forms of %s meet',
    (first, forms) => {
      const { sound } = givenNameKeys(first);
      for (const form of forms) expect([form, givenNameKeys(form).sound]).toEqual([form, sound]);
    },
  );

  test.each([
    'Сергей Сяргей Сергій Siarhei Serhii Sergey Sergei Sergueï Sierhij Siarhiej СЕРГЕЙ Cергей',
    'Дмитрий Дзмітрый Дмитро Dzmitry Dmitriy Dmitrii Dmytro Dmitry',
    'Александр Аляксандр Олександр Aliaksandr Oleksandr Alexander Alexandre Aleksandr',
    'Николай Мікалай Микола Mikalai Mykola Nikolai Nikolay Nicolae',
    'Владимир Уладзімір Володимир Uladzimir Volodymyr Vladimir',
    'Евгений Яўген Євген Yauheni Yauhen Jaŭhien Yevhen Evgenii Yevgeny Evgueni',
    'Елена Алена Олена Alena Olena Elena Yelena Jelena',
    'Пётр Пятро Петро Piotr Petro Petr Pyotr Petru',
    'Артём Арцём Artsiom Artem Artyom Artiom',
    'Юлия Юлія Yuliya Iuliia Iouliia Julija Yulia Ûliâ',
    'Мухаммад Мухаммед Магомед Muhammad Мұхаммед Məhəmməd',
    'Юсуф Юсиф Yusuf Yusif Жүсіп',
  ])('%s', forms => {
    const [first = '', ...others] = forms.split(' ');
    for (const form of others) expect([form, givenNameKeys(form).sound]).toEqual([form, givenNameKeys(first).sound]);
  });
});

describe('patronymics', () => {
  test.each([
    'Иванович Ивановна Іванавіч Іванаўна Іванівна Ivanovich Ivanovna Ivanavich Ivanauna Ivanovitch Ivanovič IVANOVICH Иван',
    'Ильич Ильинична Іллівна Ilich Ilyinichna Илья',
    'Никитич Никитична Мікітавіч Nikitich',
    'Сергеевич Сергеевна Сяргеевіч Сяргееўна Siarheyevich Siarheeuna Сергійович Сергіївна Serhiiovych Sergueevitch Сергей',
    'Юрьевич Юрьевна Yuryevich Iurevich Yur’yevna Jurʹevič Юрий',
    'Дмитриевич Дмитриевна Dmitriyevich Дмитрович Дмитрий',
    'Львович Львовна L’vovich Лев',
    'Павлович Паўлавіч Paulavich Pavlovna Павлівна Павел',
    'Рахимович Раҳимзода Raximovich Рахимоглы Rahimoglu Рахим',
    'Нурланович Нұрланқызы Нұрланұлы Nurlanuly Nurlanqizi Нурланкызы',
  ])('%s', forms => {
    const [first = '', ...others] = forms.split(' ');
    for (const form of others) expect([form, patronymicKeys(form).sound]).toEqual([form, patronymicKeys(first).sound]);
  });

  test('a mistyped ending does not stay with the stem', () => {
    const { letters } = patronymicKeys('Германович');
    for (const form of [
      'Германовчи',
      'Германовис',
      'Германовичк',
      'Германовач',
      'Германовма',
      'Германовн',
      'Германобна',
    ]) {
      expect([form, patronymicKeys(form).letters]).toEqual([form, letters]);
    }
  });

  test('a kinship word stands apart or joined', () => {
    const { sound } = patronymicKeys('Əli oğlu');
    for (const form of ['Али оглы', 'Ali o‘g‘li', 'Алиоглы', 'Əli qızı', 'Али-кызы', 'Алиевич'])
      expect([form, patronymicKeys(form).sound]).toEqual([form, sound]);
  });
});

describe('surnames', () => {
  test.each([
    'Козловский Козловская Kozlovsky Kozlovskaia Козловський Козловська Казлоўскі Казлоўская Kazlouski Kazlouskaya Kazłoŭski',
    'Ковалёв Ковалёва Kovalev Kovalyova Кавалёў Kavaliou Kavalioŭ Кавалёва',
    'Хрущёв Khrushchev Khrushchyov Hruŝëv Khrouchtchev',
    'Каримов Каримова Каримзода Карими Karimov Кәрімов',
    'Алиев Əliyev Aliyeva Ализода Əlizadə Әлиев',
    'Жўраев Джураев Жураев Jo‘rayev Zhuraev Ҷӯраев',
    'Мамедов Məmmədov Mammadov Мәммәдов',
    'Оганесян Ованесян Hovhannisyan Հովհաննիսյան',
    'Цуркан Țurcan',
    'Матвеев Мацвееў Matsveyeu Матвеева',
  ])('%s sound alike', forms => {
    const [first = '', ...others] = forms.split(' ');
    for (const form of others) expect([form, surnameKeys(form).sound]).toEqual([form, surnameKeys(first).sound]);
  });

  test('letters of one shape from the other alphabet are read as meant', () => {
    const keys = surnameKeys('Соколов');
    for (const form of ['Coкoлoв', 'Сoколов', 'С0колов', 'Sоkolоv', 'SОKOLOV']) expect(surnameKeys(form)).toEqual(keys);
  });

  test('a writing of two schemes has both readings', () => {
    expect(surnameKeys('Jukov').sound).toBe(surnameKeys('Жуков').sound);
    expect(surnameKeys('Jukov').otherSound).toBe(surnameKeys('Юков').sound);
    expect(surnameKeys('Chabanov').otherSound).toBe(surnameKeys('Шабанов').sound);
    expect(surnameKeys('Qasimov').otherSound).toBe(surnameKeys('Гасымов').sound);
    expect(surnameKeys('Жуков').otherSound).toBeNull();
  });

  test('a compound surname has the sound of each of its parts', () => {
    const keys = surnameKeys('Римская-Корсакова');
    expect(keys.parts).toEqual([surnameKeys('Римский').sound, surnameKeys('Корсаков').sound]);
    expect(surnameKeys('Rimskii Korsakov')).toEqual(keys);
  });

  test('different surnames keep different letters', () => {
    const names = [
      'Иванов',
      'Иваненко',
      'Ивановский',
      'Иванюк',
      'Ивашов',
      'Петров',
      'Петренко',
      'Ким',
      'Ли',
      'Цой',
      'Хан',
      'Кан',
      'Пан',
    ];
    expect(new Set(names.map(name => surnameKeys(name).letters)).size).toBe(names.length);
  });
});

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map(row => (row.split(':')[0] ?? '').trim().split(' '));
}

function differences(one: string, other: string): number {
  let count = Math.abs(one.length - other.length);
  for (let at = 0; at < Math.min(one.length, other.length); at++) if (one[at] !== other[at]) count++;
  return count;
}

test('a mistyped letter does not throw a known name far from itself', () => {
  expect(differences(givenNameKeys('Елена').letters, givenNameKeys('Еленаа').letters)).toBeLessThanOrEqual(1);
  expect(differences(givenNameKeys('Мурат').letters, givenNameKeys('Маурат').letters)).toBeLessThanOrEqual(5);
  expect(givenNameKeys('Жанн').letters.slice(0, 3)).toBe(givenNameKeys('Жанна').letters.slice(0, 3));
});
