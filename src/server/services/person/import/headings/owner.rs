//! Whose name or address stands below a title.

use crate::server::services::person::import::words::Words;

/// Of whom a column is, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Owner {
    /// The person of the line.
    Person,
    /// The person, in a second way: at work, the former, the one for recovery. It counts where the first says nothing.
    Second,
    /// Someone beside them who may be meant, such as a parent or a guest: they are, where the sheet names nobody else.
    Beside,
    /// Someone else, such as a manager or who to call in an emergency: never the person of the line.
    Another,
}

/// Whose a title with these words is.
pub(super) fn owner(words: &[String]) -> Owner {
    let later = |word: &String| {
        let digits = word.trim_start_matches(char::is_alphabetic);
        digits.parse::<u32>().is_ok_and(|number| (2..=9).contains(&number))
    };
    match () {
        () if ANOTHER.has_any(words) => Owner::Another,
        () if BESIDE.has_any(words) => Owner::Beside,
        () if FIRST.has_any(words) => Owner::Person,
        () if SECOND.has_any(words) || words.iter().any(later) => Owner::Second,
        () => Owner::Person,
    }
}

/// Whether a word says of whom a column is.
pub(super) fn is_of_a_person(word: &str) -> bool {
    FIRST.has(word) || SECOND.has(word) || BESIDE.has(word)
}

/// Words that say that it is the first of several.
static FIRST: Words = Words::of(
    "primary main preferred default current new your student member membre mitglied adhérent* licencié* tesserat* haupt* primär* bevorzugt* aktuell* neue \
     neu neues ihre deine principal* préféré actuel* nouveau nouvel nouvelle votre principale tu su sua actual nuevo nueva \
     nuovo nuova novo nova hoofd* nieuw* główn* nowy hlavn* nov* основн* нов*",
);
static SECOND: Words = Words::of(
    "alternat* alternativ* altern* alt alte altes old second* zweit* zusätzlich* weiter* deuxième secondaire secund* segund* \
     drugi* druh* recovery wiederherstellung récupération recuperación recupero herstel* backup fallback reserve ersatz* \
     zapas* záložn* former frühere* bisher* previous prior ancien* anterior antiguo antigua vecchi* vorig* oud oude stary \
     other others othermails ander* autre* otro otra otros altro altra outro outra inny inna jiný andre annan annet muu \
     additional extra supplement* company corporate firma firmen* organisation organization entreprise société empresa azienda \
     bedrijf* business work* arbeit* job geschäft* dienst* beruf* office büro professionnel* pro profesional* profissional \
     lavoro trabajo trabalho werk* zakelijk* praca prac* służbow* firmow* работ* рабоч* личн* робоч* private privat* privé* \
     personal* personnel* perso particulier prywatn* soukrom* home haus* zuhause domicile casa thuis school university uni \
     schule billing invoice rechnung* facturation cc bcc by резервн* дополнительн* запасн* другой child* kind kindes kinder enfant* dziecka dítě* dieťa*",
);
static BESIDE: Words = Words::of(
    "parent parents parental eltern* erziehungsberechtig* sorgeberechtig* guardian* carer mother mothers mum mom father fathers \
     dad mutter vater mère père responsable* tuteur tutrice tutor padre madre padres genitor* ouder* voogd rodzic* rodzica matki ojca \
     opiekun* rodič* matka otec szülő* родител* мать отец мать мами батьк* guest* gast gäste invité* partner* spouse \
     ehepartner* ehemann ehefrau husband wife conjoint* buyer* purchaser* käufer* acheteu* comprador* acquirente* koper* \
     köpare* kupując* kupujíc* покупател* покупец* payer* payor* zahler* zahlungspflicht* beitragszahler* kontoinhaber* payeur* \
     payeuse* souscripteur* souscriptrice* pagador* pagator* pagant* betaler* betalare* płatni* plátc* platiteľ* fizető* maksaja* \
     ödeyen* плательщик* платник* платец* friend* freund* plus companion* begleit* accompan* teacher* lehrer* coach* trainer* doctor* arzt gp \
     physician médecin seller agent sponsor*",
);
static ANOTHER: Words = Words::of(
    "emergenc* emergenz* notfall* urgence* urgencia* urgenza noodgeval nood* nöd* nød* awaryjn* nagł* tísňov* экстрен* manager* \
     managers supervisor* vorgesetzt* teamleit* chef* jefe superior* supérieur* leidinggeven* przełożon* nadřízen* referr* \
     referred referral* referee* reference* empfohlen* empfehl* geworben recommend* recommandé* parrain* invited inviter \
     eingeladen created creator* erstellt* angelegt créé créateur creado creador aangemaakt utworz* vytvořil modified updated \
     changed editor geändert modifié bearbeitet modificado added entered approved approver* genehmigt assigned assignee* \
     recorded imported uploaded nominated nominator recruiter*",
);
