import { listed } from './listed.ts';

/** News agencies and other sources that a dateline may name, as written; compared without regard to case. */
export const sources: readonly string[] = listed(`
  Reuters, AP, AFP, UPI, dpa, SID, epd, KNA, APA, EFE, ANSA, ANP, Belga, Lusa, PTI, ANI, IANS, UNI, HT,
  TNN, ENS, PIB, APP, PPI, BSS, UNB, RSS, Xinhua, TASS, AAP, Kyodo, Jiji, Yonhap, Bernama, Antara, CP,
  The Canadian Press, CNN, CNN Business, BBC, CNBC, CNS, KUNA, SANA, WAM, SPA, QNA, MENA, IRNA, Anadolu,
  AA, RIA Novosti, Interfax, Sputnik, Ukrinform, Bloomberg, Europa Press, Télam, Notimex, Agencia Brasil,
  Agência Brasil, Estadão, AGI, Keystone-ATS, ats, NTB, TT, Ritzau, PAP, MTI, ČTK, BNO, PRNewswire,
  BUSINESS WIRE, GLOBE NEWSWIRE, ACCESSWIRE, Newsfile Corp., ACN Newswire, EIN Presswire, भाषा, वार्ता,
  एएनआई, आईएएनएस, पीटीआई, यूएनआई, रायटर, एपी, पीटीआय, पीटीआई-भाषा, हि.स., رويترز, أ ف ب, أ.ف.ب, د ب أ,
  سانا, وام, واس, الأناضول, অনলাইন ডেস্ক, বাসস, ইউএনবি
`);

/** North American broadcasting stations: WSVN, KGO, KTVI. */
export const callLetters = /^[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?$/;

/**
 * Words that stand before a colon or dash but are no place: labels, columns, newsletters, weekdays, common words.
 * One of them in a name refuses the dateline, unless the whole is a known place.
 */
export const notPlaces: readonly string[] = listed(`
  related, see, also, read, more, watch, update, updated, published, posted, exclusive, breaking, live,
  video, photo, photos, pictures, gallery, opinion, analysis, editorial, review, interview, explainer,
  explained, listen, note, notes, correction, tweet, news, newsletter, story, stories, report, reports,
  reporter, special, alert, developing, keywords, tags, category, topics, source, credit, image, caption,
  treatment, dear, the, a, an, and, or, it, it’s, it's, this, that, why, how, what, who, when, is, are,
  was, my, your, our, we, you, he, she, they, to, for, with, in, by, day, week, month, year, today,
  tomorrow, yesterday, weekend, morning, evening, tonight, monday, tuesday, wednesday, thursday, friday,
  saturday, sunday, president, minister, mr, mrs, ms, dr, question, answer, fact, facts, quiz, poll, part,
  chapter, warning, tip, headline, headlines, summary, background, introduction, conclusion, advertisement,
  sponsored, die, der, das, ein, eine, le, les, une, zeit, frage, antwort, mira, vea, lea, on, at, since,
  until, from, after, before, born, died
`);
