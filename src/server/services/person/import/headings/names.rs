//! Titles of columns of names.

use super::owner::is_of_a_person;
use crate::server::services::person::import::{columns::Column, words::Words};

/// Which part of a name a title names.
pub(super) fn name(words: &[String]) -> Option<Column> {
    if is_of_something_else(words) {
        return None;
    }
    let alone =
        words.iter().all(|word| is_name_word(word) || ALONE_FIRST.has(word) || ALONE_LAST.has(word) || AND.has(word));
    let full = words.iter().filter(|word| FULL.has(word)).count();
    // "First", "First name", but not "First seen".
    let of_name = words.len() == 1 || full > 0;
    let (given, family) = (FIRST.has_any(words), LAST.has_any(words) || PARTICLE.has_any(words));
    let first = given || (alone && ALONE_FIRST.has_any(words)) || (of_name && OF_FIRST.has_any(words));
    let last = family || (alone && ALONE_LAST.has_any(words)) || (of_name && OF_LAST.has_any(words));
    let some = first || last || full > 0;
    // "Name, Vorname", "Name and surname", "نام و نام خانوادگی"
    let both = (first && last) || ((given || family) && full > 0) || ((first || last) && full > 1);
    match (first, last) {
        _ if both || (some && COMPLETE.has_any(words)) => Some(Column::Name),
        (true, _) => Some(Column::FirstName),
        (_, true) => Some(Column::LastName),
        _ => some.then_some(Column::Name),
    }
}

/// Whether a title is that of something else, such as a company; "Surname / Company" is first of all that of a person, and so
/// is "Ticket holder name".
fn is_of_something_else(words: &[String]) -> bool {
    OF_OTHERS.has_any(words) && !HOLDER.has_any(words) && !words.first().is_some_and(|first| SURELY_LAST.has(first))
}

/// Whether a title is that of something that people have beside a name: a town, a language, a company.
pub(super) fn is_a_topic(words: &[String]) -> bool {
    OF_OTHERS.has_any(words) || TOPICS.has_any(words)
}

/// Whether no word of a title speaks of anything but a person's name.
pub(super) fn is_nothing_but_a_name(words: &[String]) -> bool {
    words.iter().all(|word| {
        is_name_word(word)
            || is_of_a_person(word)
            || [&OF_FIRST, &OF_LAST, &ALONE_FIRST, &ALONE_LAST, &COMPLETE, &SMALL, &PEOPLE, &HOLDER]
                .iter()
                .any(|words| words.has(word))
            || word.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether a title is that of one of several parts of the name of a family: "Tussenvoegsel", "Segundo apellido".
pub(super) fn is_part_of_family_name(words: &[String]) -> bool {
    FAMILY_PART.has_any(words) || PARTICLE.has_any(words)
}

/// Whether a word speaks of names, or of a part of them.
pub(super) fn is_name_word(word: &str) -> bool {
    FULL.has(word) || FIRST.has(word) || LAST.has(word)
}

static FIRST: Words = Words::of(
    "firstname forename forenames givenname vorname vornamen rufname prénom prénoms voornaam voornamen roepnaam fornavn \
     förnamn etunimi eesnimi nombre nombres nome imię jméno meno keresztnév utónév ime prenume имя імя име όνομα vardas \
     vārds 名字",
);
static LAST: Words = Words::of(
    "lastname surname surnames familyname nachname nachnamen familienname zuname nom noms apellido apellidos cognome cognomi \
     sobrenome apelido apelidos achternaam efternamn etternavn efternavn sukunimi perekonnanimi nazwisko příjmení priezvisko \
     vezetéknév családnév prezime priimek soyad soyadı soyisim фамилия прізвище презиме επώνυμο επίθετο pavardė uzvārds \
     姓氏 苗字 اللقب شهرت นามสกุล",
);
static FULL: Words = Words::of(
    "name names fullname displayname namen naam namn navn nimi isim név nume nama фио піб ονοματεπώνυμο ชื่อ नाम 氏名 姓名 \
     名前 お名前 名称 全名 이름 성명 성함 الاسم اسم نام שם",
);
/// A part of a name beside a word for all of it: "First name", "שם פרטי", "نام خانوادگی".
static OF_FIRST: Words = Words::of("first given primo الاول اول الشخصي פרטי पहला");
static OF_LAST: Words = Words::of("last family العائلة خانوادگي משפחה अंतिम");
/// Words that name such a part where no other stands beside them.
static ALONE_FIRST: Words = Words::of("ad adı tên 名");
static ALONE_LAST: Words = Words::of("họ 姓 氏 성");
/// "Adı ve Soyadı", "Họ và tên"
static AND: Words = Words::of("ve và");
static COMPLETE: Words = Words::of(
    "full complete complet completo complète vollständig* volledig* pełne celé teljes tam полное повне الكامل كامل מלא",
);

/// Of the name of a family, the parts that may stand in columns of their own: "van der", "von", and the first and second.
static PARTICLE: Words = Words::of("tussenv tussenvoegsel* voorvoegsel* namenszusatz vorsatzwort");
static FAMILY_PART: Words = Words::of("apellido apellidos");
static SURELY_LAST: Words = Words::of("nachname familienname surname lastname achternaam cognome nazwisko příjmení");
/// Who has something.
static HOLDER: Words = Words::of("holder holders inhaber* titulaire*");
/// Words for the people of a list.
static PEOPLE: Words = Words::of(
    "person people customer client clients owner player contact attendee participant employee staff volunteer subscriber delegate \
     applicant registrant recipient kunde kunden spieler* teilnehmer* mitglied mitglieds mitglieder kontakt adhérent \
     participant* joueur* licencié* socio jugador deelnemer speler",
);
/// Words that say nothing by themselves.
static SMALL: Words = Words::of(
    "of the your my legal official real preferred required optional pflichtfeld obligatoire and und et e y en og och i a der die \
     des de du d del della dell di da usage oficial read only",
);

/// Words that make it the name of something else.
static OF_OTHERS: Words = Words::of(
    "company organization organisation firma firm employer school team nick nickname phonetic yomi prefix suffix middle \
     additional event file group department society société entreprise maiden street domain host product ticket category \
     city town country bank user business",
);

/// Words of titles of what people have beside a name.
static TOPICS: Words = Words::of(
    "verein club town language locale sprache langue idioma lingua taal tag tags label labels list lists liste groups gruppe gruppen \
     segment source quelle origine origen channel teams mannschaft équipe equipo squadra abteilung sparte section stadt ort wohnort \
     ville ciudad città stad plaats miasto land pays país paese kraj region role roles position job beruf note notes notizen remark* \
     bemerkung* kommentar* comment* commentaire* plan level tarif course kurs class klasse profile login account diet allergies",
);
