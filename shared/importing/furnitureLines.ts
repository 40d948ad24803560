/** One class of web furniture: whole lines that a page puts around an article. */
export interface FurnitureClass {
  readonly id: string;
  readonly label: string;
  /** What the whole trimmed line says, without regard to case. */
  readonly lines: readonly RegExp[];
}

const site =
  '(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|tumblr|e-?mail|instagram|threads|bluesky|mastodon|messenger|pocket|flipboard|koo|threema|xing)';

const whole = (...lines: readonly string[]): RegExp => new RegExp(`^(?:${lines.join('|')})$`, 'iu');

/** Web furniture that an importer recognises (`formats.md` §8). Edit freely: each pattern is a whole line. */
export const furnitureClasses: readonly FurnitureClass[] = [
  {
    id: 'comment-form',
    label: 'Comment form',
    lines: [
      whole(
        'leave (?:a|your) (?:reply|comment)(?: cancel reply)?',
        '(?:(?:cancel|post|submit|add|write)(?: (?:a|your))? )(?:reply|comment)',
        'your e-?mail(?: address)? will not be published\\.?(?: required fields are marked \\*?)?',
        'required fields are marked(?: with an asterisk)? ?\\*?',
        'save my name, e-?mail,? and website in this browser for the next time i comment\\.?',
        'notify me (?:of|about) (?:follow-?up|new) (?:comments|posts) (?:by|via) e-?mail\\.?',
        '(?:name|e-?mail|comment|website|url)(?: ?\\*| \\(required\\)| \\(optional\\))',
        'website|comment',
        '(?:(?:view/post|view|see|show|read|load|all|view all|see all|show all|read all|hide) )?comments?(?: ?\\(\\d+\\))?',
        '\\d+ (?:comments?|repl(?:y|ies)|responses?|thoughts? on .{1,80})',
        'no comments(?: yet)?|comments (?:are )?closed\\.?',
        'be the first to (?:comment|reply)(?: on this (?:story|article|post))?[.!]?',
        '(?:schreibe?n?(?: sie)? einen|kommentar (?:schreiben|verfassen|abschicken|hinterlassen)).{0,40}',
        'schreibe einen kommentar.{0,60}',
        '(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht.{0,80}',
        'deja (?:un|una|tu) (?:comentario|respuesta).{0,40}|publicar (?:el )?comentario|comentarios',
        'tu dirección de correo electrónico no será publicada.{0,80}',
        'laisser un commentaire.{0,40}|annuler la réponse|commentaires?',
        'votre adresse e-?mail ne sera pas publiée.{0,80}',
        'deixe (?:um|uma|seu|sua) (?:comentário|resposta).{0,40}|comentários',
        'o seu endereço de e-?mail não será publicado.{0,80}',
        'टिप्पणी करें|कमेंट करें|अपनी प्रतिक्रिया दें|टिप्पणियां',
        'اترك تعليقا?ً?|أضف تعليقا?ً?|تعليقات',
      ),
    ],
  },
  {
    id: 'share-bar',
    label: 'Share bar',
    lines: [
      whole(
        `share(?: this)?(?: (?:article|story|page|post|news))?(?: (?:on|via|with) )?(?: ?${site}| friends)?:?`,
        'click to (?:share|e-?mail|print|tweet)\\b.{0,60}',
        `(?:tweet|pin it!?|copy(?: the)? link|print|${site}|sms)`,
        '(?:print|e-?mail|bookmark) this(?: (?:page|article|story))?',
        '(?:share|tweet|pin|e-?mail|print)(?: (?:share|tweet|pin|e-?mail|print)){1,5}',
        '\\(?opens in (?:a )?new (?:window|tab)\\)?',
        `(?:teilen|compartir|partager|compartilhar|condividi|delen|udostępnij|शेयर करें|साझा करें|مشاركة)(?: (?:auf|en|sur|no|su|op|na) ${site})?:?`,
      ),
    ],
  },
  {
    id: 'engagement',
    label: 'Likes and follows',
    lines: [
      whole(
        'like this:?',
        '(?:like )?loading ?(?:\\.\\.\\.|…)',
        '(?:%d|\\d+) bloggers? likes? this:?',
        'follow us(?: on .{1,30})?:?',
        `(?:like|find|join) us on ${site}:?`,
      ),
    ],
  },
  {
    id: 'subscribe',
    label: 'Subscription',
    lines: [
      whole(
        'subscribe(?: (?:now|today|here))?!?',
        '(?:sign up|subscribe|register) (?:for|to) (?:our |the |my )?[^.,]{0,40}newsletters?[^.,]{0,20}[.!]?',
        'newsletters?(?: signup| sign-?up| abonnieren| anmelden)?',
        'sign up(?: (?:now|today|here))?!?',
        '(?:enter|type) your e-?mail(?: address)?(?: (?:to subscribe|below).{0,100})?[.…]{0,3}',
        'e-?mail address:?',
        'join [\\d,. ]+ other (?:subscribers|followers)',
        'already (?:a|have a) (?:subscriber|subscription|member)[^.]{0,30}',
      ),
    ],
  },
  {
    id: 'ad-marker',
    label: 'Advertisement marker',
    lines: [
      whole(
        'advertisements?|ads?|sponsored(?: (?:content|post))?|paid (?:post|content)',
        'anzeige|werbung|publicidad|publicité|publicidade|pubblicità|advertentie|reklama?|annons|विज्ञापन|বিজ্ঞাপন|إعلان|إعلانات|اشتہار|تبلیغات',
        '(?:story|article|post|content) continues (?:below|after)[^.]{0,40}',
        'continue reading (?:the main story|below)[.…]{0,6}',
        '(?:advertisement ?[-–—]? ?)?scroll (?:down )?to continue(?: reading)?[.…]{0,3}',
      ),
    ],
  },
  {
    id: 'related-heading',
    label: 'Heading of other stories',
    lines: [
      whole(
        'related(?: (?:stories|articles?|posts?|news|content|coverage|topics|links|videos?))?:?',
        '(?:most|more) (?:popular|read|viewed|shared|commented|stories|news)(?: (?:stories|articles|news|now|today|this week|(?:from|on|in|by) .{1,20}))?:?',
        'trending(?: (?:now|stories|topics|today))?:?',
        "top (?:stories|news|posts)|latest (?:news|stories|posts)|editor[’']s picks?",
        'recommended(?: (?:for you|stories|reading|articles))?:?',
        'you (?:may|might) (?:also )?(?:like|be interested in):?',
        'mehr zum thema:?|(?:das )?könnte (?:sie|dich) auch interessieren:?|meistgelesen',
        'ähnliche (?:artikel|beiträge):?',
        'te puede interesar:?|lo más leído|noticias relacionadas|sur le même sujet|articles? (?:liés|similaires)|les plus lus|mais lidas',
      ),
    ],
  },
  {
    id: 'nav',
    label: 'Navigation',
    lines: [
      whole(
        'skip to (?:the )?(?:main )?(?:content|navigation)',
        '(?:next|previous|prev|older|newer) (?:article|post|story|page|posts)',
        '[←«‹] ?.{0,60}',
        '.{0,60} ?[→›]',
        'home|menu|search|close|back|back to (?:the )?top|top',
        // A trail: "Home > News > Harbour".
        'home(?: ?[>»›/|→] ?[^>»›/|→]{1,40}){1,6}',
        '(?:log|sign) ?(?:in|out)(?: (?:or|/) (?:register|sign ?up))?|register|my account',
      ),
    ],
  },
  {
    id: 'tags',
    label: 'Tags',
    lines: [
      whole(
        '(?:tags?|filed under|posted in|categor(?:y|ies)|topics|keywords|schlagwörter|stichwörter|etiquetas|mots-clés|टैग्?स?)(?: ?:.{0,80})?',
      ),
    ],
  },
  {
    id: 'byline-furniture',
    label: 'About the author',
    lines: [
      whole(
        'about the authors?:?',
        '(?:view|see|read) (?:all|more)(?: (?:posts|articles|stories))?(?: (?:by|from) .{1,40})|view all posts',
        'more (?:from|by) (?:this|the) author.{0,3}',
      ),
    ],
  },
  {
    id: 'legal',
    label: 'Legal notice',
    lines: [
      // A notice names a year and an owner: "© 2024 Someone", never a sentence about the sign.
      /^(?:[Cc]opyright |COPYRIGHT )?(?:©|\([Cc]\)) ?(?:[Cc]opyright )?(?:\d{4}(?: ?[-–] ?\d{4})?[,.]? ?)?(?:(?:by )?[\p{Lu}\p{Lo}@][^,]{0,90})?(?:,? (?:[Ii]nc|[Ll]td|LLC|GmbH)\.?.{0,60})?$/u,
      whole(
        'copyright \\d{4}(?: ?[-–] ?\\d{4})?(?: by)? [^,]{1,60}',
        '(?:©.{0,60})?(?:all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|todos os direitos reservados|सर्वाधिकार सुरक्षित|جميع الحقوق محفوظة)\\.?',
        '(?:privacy|cookies?)(?: (?:policy|notice|settings|preferences|statement|center|centre))?(?: ?(?:&|and|\\|) ?(?:cookies?|terms)(?: (?:policy|of use|of service))?)?',
        'terms(?: (?:of|and|&) (?:use|service|conditions|sale))?(?: ?(?:&|and|\\|) ?(?:privacy|cookies?)(?: (?:policy|notice))?)?',
        '(?:this (?:site|website) uses|we use) (?:cookies|akismet).{0,120}',
        'learn how your comment data (?:is|are) processed\\.?',
        'do not sell (?:or share )?my (?:personal )?info(?:rmation)?|impressum|datenschutz(?:erklärung)?|agb',
      ),
    ],
  },
];

/** Names of a site's sections: furniture only among other furniture above a title. Edit freely. */
export const sectionNames = whole(
  'news|latest(?: news)?|breaking(?: news)?|world|national|international|local|city|cities|states?|india|u\\.?k\\.?|u\\.?s\\.?(?:a\\.?)?|europe|asia|africa',
  'politics|business|economy|markets?|money|tech(?:nology)?|science|health|education|environment|climate|weather',
  'sports?|cricket|football|entertainment|movies|music|culture|arts|books|life(?:style)?|travel|food|opinion|editorials?|comment|columns?',
  'videos?|photos?|pictures|podcasts?|audio|live(?: tv)?|e-?paper|games|puzzles|more|sections?|subscribe|sign in',
  'nachrichten|politik|wirtschaft|kultur|panorama|actualités|société|économie|noticias|política|deportes|economía|notícias|esportes',
);
