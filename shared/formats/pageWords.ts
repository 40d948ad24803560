import { inLanguage, readAlso } from '../article/readAlso.ts';

/** The words that a page adds to an article's own, as a newspaper of that language prints them; without a colon. */
export interface PageWords {
  readonly correction: string;
  readonly editorsNote: string;
  readonly readAlso: string;
  readonly updated: string;
}

type Own = Omit<PageWords, 'readAlso'>;

const words = (correction: string, editorsNote: string, updated: string): Own => ({
  correction,
  editorsNote,
  updated,
});

const english = words('Correction', 'Editor’s note', 'Updated');

// By language, or language and script; what stands over a related link is in `readAlso`. Edit freely: a language that is
// not here has the English words.
const table: Readonly<Record<string, Own>> = {
  en: english,
  ar: words('تصحيح', 'ملاحظة المحرر', 'آخر تحديث'),
  as: words('সংশোধন', 'সম্পাদকৰ টোকা', 'আপডেট'),
  bg: words('Поправка', 'Бележка на редактора', 'Обновено'),
  bn: words('সংশোধনী', 'সম্পাদকের নোট', 'আপডেট'),
  ca: words('Correcció', 'Nota de l’editor', 'Actualitzat'),
  cs: words('Oprava', 'Poznámka redakce', 'Aktualizováno'),
  da: words('Rettelse', 'Redaktionens bemærkning', 'Opdateret'),
  de: words('Korrektur', 'Anmerkung der Redaktion', 'Aktualisiert'),
  el: words('Διόρθωση', 'Σημείωση της σύνταξης', 'Ενημερώθηκε'),
  es: words('Corrección', 'Nota de la redacción', 'Actualizado'),
  fa: words('تصحیح', 'یادداشت سردبیر', 'به‌روزرسانی'),
  fi: words('Oikaisu', 'Toimituksen huomautus', 'Päivitetty'),
  fr: words('Correction', 'Note de la rédaction', 'Mis à jour'),
  gu: words('સુધારો', 'તંત્રીની નોંધ', 'અપડેટ'),
  he: words('תיקון', 'הערת המערכת', 'עודכן'),
  hi: words('भूल सुधार', 'संपादकीय टिप्पणी', 'अपडेट'),
  hr: words('Ispravak', 'Napomena urednika', 'Ažurirano'),
  hu: words('Helyesbítés', 'A szerkesztő megjegyzése', 'Frissítve'),
  id: words('Ralat', 'Catatan redaksi', 'Diperbarui'),
  it: words('Correzione', 'Nota della redazione', 'Aggiornato'),
  ja: words('訂正', '編集部注', '更新'),
  kn: words('ತಿದ್ದುಪಡಿ', 'ಸಂಪಾದಕರ ಟಿಪ್ಪಣಿ', 'ಅಪ್‌ಡೇಟ್'),
  ko: words('정정', '편집자 주', '수정'),
  ml: words('തിരുത്ത്', 'എഡിറ്ററുടെ കുറിപ്പ്', 'അപ്‌ഡേറ്റ്'),
  mr: words('दुरुस्ती', 'संपादकीय टीप', 'अपडेट'),
  ms: words('Pembetulan', 'Nota editor', 'Dikemas kini'),
  ne: words('भूल सुधार', 'सम्पादकको टिप्पणी', 'अद्यावधिक'),
  nl: words('Correctie', 'Noot van de redactie', 'Bijgewerkt'),
  no: words('Rettelse', 'Redaksjonens merknad', 'Oppdatert'),
  or: words('ସଂଶୋଧନ', 'ସମ୍ପାଦକଙ୍କ ଟିପ୍ପଣୀ', 'ଅପଡେଟ୍'),
  pa: words('ਸੋਧ', 'ਸੰਪਾਦਕ ਦਾ ਨੋਟ', 'ਅੱਪਡੇਟ'),
  pl: words('Sprostowanie', 'Od redakcji', 'Aktualizacja'),
  pt: words('Correção', 'Nota da redação', 'Atualizado'),
  ro: words('Erată', 'Nota redacției', 'Actualizat'),
  ru: words('Исправление', 'От редакции', 'Обновлено'),
  si: words('නිවැරදි කිරීම', 'කර්තෘ සටහන', 'යාවත්කාලීන කළේ'),
  sv: words('Rättelse', 'Redaktionens anmärkning', 'Uppdaterad'),
  sw: words('Sahihisho', 'Maelezo ya mhariri', 'Imesasishwa'),
  ta: words('திருத்தம்', 'ஆசிரியர் குறிப்பு', 'புதுப்பிக்கப்பட்டது'),
  te: words('సవరణ', 'సంపాదకుని గమనిక', 'అప్‌డేట్'),
  th: words('แก้ไขข้อผิดพลาด', 'หมายเหตุบรรณาธิการ', 'อัปเดต'),
  tr: words('Düzeltme', 'Editörün notu', 'Güncellendi'),
  uk: words('Виправлення', 'Від редакції', 'Оновлено'),
  ur: words('تصحیح', 'ادارتی نوٹ', 'اپ ڈیٹ'),
  vi: words('Đính chính', 'Lời tòa soạn', 'Cập nhật'),
  zh: words('更正', '编者按', '更新'),
  'zh-hant': words('更正', '編者按', '更新'),
};

/** The languages with words of their own. */
export const pageLanguages: readonly string[] = Object.keys(table);

/** The words of a page in a language (BCP 47): of language and script or region, else of the language, else English. */
export const pageWords = (language: string): PageWords => ({
  ...(inLanguage(table, language) ?? english),
  readAlso: inLanguage(readAlso, language) ?? 'Read Also',
});
