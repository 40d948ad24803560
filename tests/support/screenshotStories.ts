import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

type Content = Parameters<typeof schema.node>[2];

const text = (words: string) => (words === '' ? [] : [schema.text(words)]);
const p = (words: string, attrs: Record<string, unknown> | null = null) =>
  schema.node('paragraph', attrs, text(words));
const h2 = (words: string) => schema.node('heading', { level: 2 }, text(words));
const also = (label: string, title: string) =>
  schema.node('relatedLink', { label, href: 'https://example.org/earlier' }, text(title));
const quote = (words: string, who: string) =>
  schema.node('pullQuote', null, [
    schema.node('pullQuoteText', null, text(words)),
    schema.node('attribution', null, text(who)),
  ]);

const figure = (src: string, alt: string, caption: string, credit: string) =>
  schema.node('figure', { src, alt, width: 1200, height: 675 }, [
    schema.node('caption', null, text(caption)),
    schema.node('credit', null, text(credit)),
  ]);

interface Story {
  readonly digit: string;
  readonly language: string;
  readonly head: readonly [string, string, string, string, string];
  readonly blocks: Content;
  readonly more?: Partial<Article>;
}

const story = ({ digit, language, head, blocks, more = {} }: Story): Article => ({
  ...newArticle({ id: digit.repeat(32), created: '2026-11-14T06:30:00.000Z', language }),
  modified: '2026-11-14T14:02:07.000Z',
  ...more,
  body: schema.node('doc', null, [
    ...(['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const).map((name, at) =>
      schema.node(name, null, text(head[at] ?? '')),
    ),
    ...(Array.isArray(blocks) ? blocks : []),
  ]),
});

/** A news story in English with most kinds of blocks; `src` is its picture in the library. */
export const englishStory = (src: string): Article =>
  story({
    digit: '1',
    language: 'en-GB',
    head: [
      'The coast',
      'Night ferry returns to Marrow Sound after eleven winters',
      'The 23:40 boat will carry nurses, bakers and fish four nights a week. The money for it runs out in 2029.',
      'By our coast desk',
      'Marrow Harbour, Nov 14:',
    ],
    blocks: [
      p(
        'The last ferry of the day will no longer leave before the last shift does. From Monday a boat crosses Marrow Sound at twenty minutes to midnight, the first regular night service since the old vessel was sold for scrap eleven winters ago.',
      ),
      p(
        'On Friday evening the harbour office opened its booking window for one hour as a trial and closed it after nineteen minutes, when the last of 140 places had gone.',
      ),
      figure(
        src,
        'A white ferry with lit windows at a stone quay after dark.',
        'The refitted boat at the north quay before its first trial crossing.',
        'Harbour office',
      ),
      h2('A crossing priced like a bus'),
      p(
        'A single ticket costs what a city bus costs. The difference is paid by the two councils on either side of the water, which for years could not agree on who should pay how much, and in the end divided the bill by the number of night workers on each shore.',
      ),
      quote(
        'I have slept on a bench in that waiting room forty nights a year. I will not miss the bench.',
        'a ward nurse from the island',
      ),
      p(
        'Fish buyers are counting on it too. The morning auction starts at five; until now whatever was landed in the evening waited on ice and lost about a tenth of its price.',
      ),
      also('Read Also', 'How the island kept its school with nine pupils'),
      h2('What could still stop it'),
      p(
        'Two things, says the harbour master: ice, and a shortage of engineers. The boat may sail only with two of them on board, and the company has hired five where it needs seven.',
      ),
      p(
        'The councils will look at the figures every spring. If fewer than sixty people use the boat on an average night, the service ends with the subsidy, in October 2029.',
      ),
      also('Read Also', 'The bench in the waiting room: a short history'),
      also('Read Also', 'Five engineers wanted, sea legs preferred'),
    ],
    more: {
      slug: 'night-ferry-marrow-sound',
      slugline: 'FERRY-NIGHT',
      section: 'Coast',
      status: 'needs_proofreading',
      targetLength: 400,
      edNote: 'Photo cleared for print and web. Hold the harbour plan until Tuesday.',
    },
  });

/** The same desk's story in Hindi. */
export const hindiStory = (): Article =>
  story({
    digit: '2',
    language: 'hi-IN',
    head: [
      'शहर',
      'ग्यारह साल बाद फिर चलेगी रात की नाव, पहले ही घंटे में भर गईं सारी सीटें',
      'सोमवार से आख़िरी नाव रात ग्यारह चालीस पर छूटेगी। किराया शहर की बस जितना ही होगा।',
      'तट संवाददाता',
      'मारो बंदरगाह, 14 नवंबर:',
    ],
    blocks: [
      p(
        'अब दिन की आख़िरी नाव आख़िरी पाली से पहले नहीं छूटेगी। सोमवार से हर हफ़्ते चार रातें एक नाव खाड़ी पार करेगी। पुरानी नाव ग्यारह सर्दियों पहले कबाड़ में बेच दी गई थी और तब से रात में कोई सेवा नहीं थी।',
      ),
      p(
        'शुक्रवार शाम बंदरगाह दफ़्तर ने परीक्षण के लिए एक घंटे की बुकिंग खोली, लेकिन उन्नीस मिनट में ही सभी 140 सीटें भर गईं और खिड़की बंद करनी पड़ी।',
      ),
      h2('बस जितना किराया'),
      p(
        'एक तरफ़ का टिकट शहर की बस के टिकट जितना है। बाक़ी ख़र्च दोनों किनारों की परिषदें उठाएँगी, जो बरसों तक इस बात पर सहमत नहीं हो पाईं कि कौन कितना देगा।',
      ),
      quote('मैं साल में चालीस रातें उस बेंच पर सोई हूँ। मुझे उस बेंच की याद नहीं आएगी।', 'द्वीप की एक नर्स'),
      p(
        'मछली व्यापारियों को भी इस नाव का इंतज़ार है। सुबह की नीलामी पाँच बजे शुरू होती है और शाम की पकड़ अब तक बर्फ़ पर पड़ी रहती थी।',
      ),
      also('यह भी पढ़ें', 'नौ बच्चों वाले स्कूल को द्वीप ने कैसे बचाया'),
    ],
    more: { slug: 'raat-ki-naav', slugline: 'NAAV-RAAT' },
  });

/** The same desk's story in Arabic. */
export const arabicStory = (): Article =>
  story({
    digit: '3',
    language: 'ar',
    head: [
      'الساحل',
      'عبّارة الليل تعود إلى المضيق بعد أحد عشر شتاء',
      'ينطلق القارب في الثانية عشرة إلا ثلثا أربع ليال في الأسبوع، وثمن التذكرة كثمن تذكرة الحافلة.',
      'من مراسل الساحل',
      'ميناء مارو، 14 نوفمبر:',
    ],
    blocks: [
      p(
        'لن تغادر آخر عبّارة في اليوم قبل انتهاء آخر وردية. ابتداء من يوم الاثنين يعبر قارب المضيق قبيل منتصف الليل، في أول خدمة ليلية منتظمة منذ بيع القارب القديم قبل أحد عشر شتاء.',
      ),
      p(
        'فتح مكتب الميناء باب الحجز مساء الجمعة ساعة واحدة على سبيل التجربة، لكنه أغلقه بعد تسع عشرة دقيقة بعد نفاد المقاعد المئة والأربعين.',
      ),
      h2('أجرة كأجرة الحافلة'),
      p(
        'يدفع المسافر ما يدفعه راكب الحافلة في المدينة، وتتحمل البلديتان على الضفتين ما تبقى من الكلفة بعد سنوات من الخلاف على نصيب كل منهما.',
      ),
      quote('نمت على ذلك المقعد أربعين ليلة في السنة، ولن أشتاق إليه.', 'ممرضة من الجزيرة'),
      p(
        'ويعوّل تجار السمك على القارب أيضا، فالمزاد يبدأ في الخامسة صباحا، وكان صيد المساء يبقى على الثلج حتى الفجر.',
      ),
      also('اقرأ أيضا', 'كيف حافظت الجزيرة على مدرستها بتسعة تلاميذ'),
    ],
    more: { slug: 'night-ferry-ar', slugline: 'FERRY-AR' },
  });

/** A story whose headline is as long as headlines get. */
export const longStory = (): Article =>
  story({
    digit: '4',
    language: 'en-GB',
    head: [
      'Council and courts',
      'Seventeen months, four hearings and one mislaid map later, the hill villages learn that the boundary stones they have walked around since 1911 were never on the boundary in the first place',
      'Nobody has to move. Almost everybody has to fill in a form.',
      'By our courts desk',
      'Upper Tarn, Nov 12:',
    ],
    blocks: [
      p(
        'The surveyor put her coffee down on the wrong side of the county line and said so. It took the court another hour to agree with her.',
      ),
      p(
        'What the judgment changes is small on paper: forty-one hectares, two barns and the half of a football pitch that the goalkeeper always said had the better grass.',
      ),
    ],
    more: { slugline: 'BOUNDARY-STONES' },
  });

/** A plain-text story as a reporter sends it or a web page gives it: what import makes an article of. */
export const plainStory = `The coast | Night ferry returns to Marrow Sound

Marrow Harbour, Nov 14: The last ferry of the day will no longer leave before the last shift does. From Monday a boat crosses Marrow Sound at twenty minutes to midnight.

On Friday evening the harbour office opened its booking window for one hour as a trial and closed it after nineteen minutes.

Read Also: How the island kept its school with nine pupils

A crossing priced like a bus

A single ticket costs what a city bus costs. The two councils on either side of the water pay the difference.

Fish buyers are counting on it too. The morning auction starts at five.

Read Also: Five engineers wanted, sea legs preferred

Leave a Reply

Your email address will not be published.

Share this:
`;
