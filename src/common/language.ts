/** The languages of pages and reports. */
export type Language = 'ru' | 'en';
