import { useLanguage } from './language.tsx';
import { LAW_ENGLISH, type LawWords } from './law-english.ts';
import { LAW_RUSSIAN } from './law-russian.ts';
import { PROPOSALS_ENGLISH, type ProposalWords } from './proposals-english.ts';
import { PROPOSALS_RUSSIAN } from './proposals-russian.ts';

/** The texts of the pages of the law; they come with these pages, not with the first one. */
export function useLawWords(): LawWords {
  return useLanguage().lang === 'ru' ? LAW_RUSSIAN : LAW_ENGLISH;
}

/** The texts of the exchange of acts, which come with its pages. */
export function useProposalWords(): ProposalWords {
  return useLanguage().lang === 'ru' ? PROPOSALS_RUSSIAN : PROPOSALS_ENGLISH;
}
