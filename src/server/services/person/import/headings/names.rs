//! Titles of columns of names.

use crate::server::services::person::import::{columns::Column, words::Words};

/// Which part of a name a title names.
pub(super) fn name(words: &[String]) -> Option<Column> {
    if OF_OTHERS.has_any(words) {
        return None;
    }
    let alone =
        words.iter().all(|word| is_name_word(word) || ALONE_FIRST.has(word) || ALONE_LAST.has(word) || AND.has(word));
    let full = words.iter().filter(|word| FULL.has(word)).count();
    // "First", "First name", but not "First seen".
    let of_name = words.len() == 1 || full > 0;
    let (given, family) = (FIRST.has_any(words), LAST.has_any(words));
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

/// Words that make it the name of something else.
static OF_OTHERS: Words = Words::of(
    "company organization organisation firma firm employer school team nick nickname phonetic yomi prefix suffix middle \
     additional event file group department society société entreprise maiden street domain host product ticket category \
     city country bank user business",
);
