import { listed } from '../article/dateline/listed.ts';
import { readAlso } from '../article/readAlso.ts';

/** Labels of related links, in lower case: those that a page of ours writes, and others. Edit freely. */
export const relatedLabels: readonly string[] = [
  ...Object.values(readAlso).map((label) => label.normalize('NFC').toLowerCase()),
  ...listed(`
  read also, also read, read more, read next, see also, must read, also see, also watch, more on this,
  more on this story, in case you missed it, related article, related articles, related story, related stories,
  related news, related coverage, related photos, related post, related posts, related reading, related content,
  related video, recommended, recommended reading, editor's pick, editor’s pick, don't miss, don’t miss, full story,
  mehr zum thema, lesen sie auch, lesen sie mehr, lesen sie dazu, siehe auch, auch interessant, lies auch, mehr dazu,
  lire aussi, à lire aussi, a lire aussi, lire également, à lire également, à lire, voir aussi, sur le même sujet,
  lea más, lea también, lee también, lee más, leer también, leer más, vea también, vea más, ver también, mira también,
  también lee, te puede interesar, le puede interesar, te recomendamos, más información, lea además,
  leia também, leia mais, veja também, veja mais, saiba mais, leia ainda, ver também,
  leggi anche, leggi di più, vedi anche, lees ook, lees meer, lees verder, zie ook,
  czytaj też, czytaj także, zobacz też, zobacz także, przeczytaj też, przeczytaj także, czytaj więcej,
  läs också, läs mer, läs även, læs også, les også, lue myös, baca juga, xem thêm, ayrıca okuyun, читайте также,
  यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, और पढ़ें, यह भी देखें, ये भी देखें, संबंधित खबर, संबंधित समाचार,
  हेही वाचा, हे ही वाचा, हे पण वाचा, আরও পড়ুন, আরো পড়ুন, આ પણ વાંચો, ਇਹ ਵੀ ਪੜ੍ਹੋ, ਇਹ ਵੀ ਪੜ੍ਹੋ,
  இதையும் படிங்க, இதையும் படியுங்கள், மேலும் படிக்க, ఇది కూడా చదవండి, ఇవి కూడా చదవండి, ಇದನ್ನೂ ಓದಿ, ഇതും വായിക്കൂ,
  ഇതും വായിക്കുക, یہ بھی پڑھیں, مزید پڑھیں, بخوانید, اقرأ أيضا, اقرأ أيضًا, اقرأ أيضاً, إقرأ أيضا, إقرأ أيضاً,
  اقرأ المزيد, شاهد أيضا, شاهد أيضاً, 関連記事, あわせて読みたい, 相关阅读, 延伸阅读, 関連ニュース, 관련기사
`),
];

/** Labels that are common words too: what follows must look like a title. */
export const weakLabels: readonly string[] = listed(`
  more, related, watch, listen, read this, read, video, mira, lea, vea, mehr, lire, voir, leia, veja, details
`);

/** Labels of links to a film. */
export const videoLabels: readonly string[] = listed('watch, also watch, video, related video');
