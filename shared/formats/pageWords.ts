/** The words that a page adds to an article's own, as a newspaper of that language prints them; without a colon. */
export interface PageWords {
  readonly correction: string;
  readonly editorsNote: string;
  readonly readAlso: string;
  readonly updated: string;
}

const words = (correction: string, editorsNote: string, readAlso: string, updated: string): PageWords => ({
  correction,
  editorsNote,
  readAlso,
  updated,
});

const english = words('Correction', 'Editor’s note', 'Read Also', 'Updated');

// By language, or language and script. Edit freely: a language that is not here has the English words.
const table: Readonly<Record<string, PageWords>> = {
  en: english,
  ar: words('تصحيح', 'ملاحظة المحرر', 'اقرأ أيضًا', 'آخر تحديث'),
  as: words('সংশোধন', 'সম্পাদকৰ টোকা', 'লগতে পঢ়ক', 'আপডেট'),
  bg: words('Поправка', 'Бележка на редактора', 'Прочетете още', 'Обновено'),
  bn: words('সংশোধনী', 'সম্পাদকের নোট', 'আরও পড়ুন', 'আপডেট'),
  ca: words('Correcció', 'Nota de l’editor', 'Llegiu també', 'Actualitzat'),
  cs: words('Oprava', 'Poznámka redakce', 'Čtěte také', 'Aktualizováno'),
  da: words('Rettelse', 'Redaktionens bemærkning', 'Læs også', 'Opdateret'),
  de: words('Korrektur', 'Anmerkung der Redaktion', 'Lesen Sie auch', 'Aktualisiert'),
  el: words('Διόρθωση', 'Σημείωση της σύνταξης', 'Διαβάστε επίσης', 'Ενημερώθηκε'),
  es: words('Corrección', 'Nota de la redacción', 'Lea también', 'Actualizado'),
  fa: words('تصحیح', 'یادداشت سردبیر', 'همچنین بخوانید', 'به‌روزرسانی'),
  fi: words('Oikaisu', 'Toimituksen huomautus', 'Lue myös', 'Päivitetty'),
  fr: words('Correction', 'Note de la rédaction', 'Lire aussi', 'Mis à jour'),
  gu: words('સુધારો', 'તંત્રીની નોંધ', 'આ પણ વાંચો', 'અપડેટ'),
  he: words('תיקון', 'הערת המערכת', 'קראו גם', 'עודכן'),
  hi: words('भूल सुधार', 'संपादकीय टिप्पणी', 'यह भी पढ़ें', 'अपडेट'),
  hr: words('Ispravak', 'Napomena urednika', 'Pročitajte i', 'Ažurirano'),
  hu: words('Helyesbítés', 'A szerkesztő megjegyzése', 'Olvassa el ezt is', 'Frissítve'),
  id: words('Ralat', 'Catatan redaksi', 'Baca juga', 'Diperbarui'),
  it: words('Correzione', 'Nota della redazione', 'Leggi anche', 'Aggiornato'),
  ja: words('訂正', '編集部注', 'あわせて読みたい', '更新'),
  kn: words('ತಿದ್ದುಪಡಿ', 'ಸಂಪಾದಕರ ಟಿಪ್ಪಣಿ', 'ಇದನ್ನೂ ಓದಿ', 'ಅಪ್‌ಡೇಟ್'),
  ko: words('정정', '편집자 주', '함께 읽기', '수정'),
  ml: words('തിരുത്ത്', 'എഡിറ്ററുടെ കുറിപ്പ്', 'ഇതും വായിക്കുക', 'അപ്‌ഡേറ്റ്'),
  mr: words('दुरुस्ती', 'संपादकीय टीप', 'हेही वाचा', 'अपडेट'),
  ms: words('Pembetulan', 'Nota editor', 'Baca juga', 'Dikemas kini'),
  ne: words('भूल सुधार', 'सम्पादकको टिप्पणी', 'यो पनि पढ्नुहोस्', 'अद्यावधिक'),
  nl: words('Correctie', 'Noot van de redactie', 'Lees ook', 'Bijgewerkt'),
  no: words('Rettelse', 'Redaksjonens merknad', 'Les også', 'Oppdatert'),
  or: words('ସଂଶୋଧନ', 'ସମ୍ପାଦକଙ୍କ ଟିପ୍ପଣୀ', 'ଏହା ମଧ୍ୟ ପଢ଼ନ୍ତୁ', 'ଅପଡେଟ୍'),
  pa: words('ਸੋਧ', 'ਸੰਪਾਦਕ ਦਾ ਨੋਟ', 'ਇਹ ਵੀ ਪੜ੍ਹੋ', 'ਅੱਪਡੇਟ'),
  pl: words('Sprostowanie', 'Od redakcji', 'Czytaj też', 'Aktualizacja'),
  pt: words('Correção', 'Nota da redação', 'Leia também', 'Atualizado'),
  ro: words('Erată', 'Nota redacției', 'Citește și', 'Actualizat'),
  ru: words('Исправление', 'От редакции', 'Читайте также', 'Обновлено'),
  si: words('නිවැරදි කිරීම', 'කර්තෘ සටහන', 'මෙයත් කියවන්න', 'යාවත්කාලීන කළේ'),
  sv: words('Rättelse', 'Redaktionens anmärkning', 'Läs också', 'Uppdaterad'),
  sw: words('Sahihisho', 'Maelezo ya mhariri', 'Soma pia', 'Imesasishwa'),
  ta: words('திருத்தம்', 'ஆசிரியர் குறிப்பு', 'இதையும் படிக்க', 'புதுப்பிக்கப்பட்டது'),
  te: words('సవరణ', 'సంపాదకుని గమనిక', 'ఇది కూడా చదవండి', 'అప్‌డేట్'),
  th: words('แก้ไขข้อผิดพลาด', 'หมายเหตุบรรณาธิการ', 'อ่านเพิ่มเติม', 'อัปเดต'),
  tr: words('Düzeltme', 'Editörün notu', 'Bunu da okuyun', 'Güncellendi'),
  uk: words('Виправлення', 'Від редакції', 'Читайте також', 'Оновлено'),
  ur: words('تصحیح', 'ادارتی نوٹ', 'یہ بھی پڑھیں', 'اپ ڈیٹ'),
  vi: words('Đính chính', 'Lời tòa soạn', 'Đọc thêm', 'Cập nhật'),
  zh: words('更正', '编者按', '延伸阅读', '更新'),
  'zh-hant': words('更正', '編者按', '延伸閱讀', '更新'),
};

// Languages that go by another code or stand close to one that is listed.
const aliases: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
};

/** The languages with words of their own. */
export const pageLanguages: readonly string[] = Object.keys(table);

/** The words of a page in a language (BCP 47): of language and script or region, else of the language, else English. */
export function pageWords(language: string): PageWords {
  const parts = language.toLowerCase().split('-');
  const names = [parts.slice(0, 2).join('-'), parts[0] ?? ''];
  for (const name of names) {
    const found = table[aliases[name] ?? name];
    if (found !== undefined) return found;
  }
  return english;
}
