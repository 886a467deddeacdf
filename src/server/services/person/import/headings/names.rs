//! Titles that name people.

use super::super::columns::Column;

const FIRST: [&str; 25] = [
    "firstname",
    "forename",
    "forenames",
    "givenname",
    "vorname",
    "vornamen",
    "rufname",
    "prenom",
    "prenoms",
    "voornaam",
    "voornamen",
    "roepnaam",
    "fornavn",
    "fornamn",
    "etunimi",
    "nombre",
    "nombres",
    "nome",
    "imie",
    "jmeno",
    "meno",
    "keresztnev",
    "ime",
    "prenume",
    "имя",
];
const LAST: [&str; 28] = [
    "lastname",
    "surname",
    "surnames",
    "familyname",
    "nachname",
    "nachnamen",
    "familienname",
    "zuname",
    "nom",
    "noms",
    "apellido",
    "apellidos",
    "cognome",
    "cognomi",
    "sobrenome",
    "apelido",
    "apelidos",
    "achternaam",
    "efternamn",
    "etternavn",
    "efternavn",
    "sukunimi",
    "nazwisko",
    "prijmeni",
    "priezvisko",
    "vezeteknev",
    "prezime",
    "фамилия",
];
const FULL: [&str; 16] = [
    "name",
    "names",
    "fullname",
    "displayname",
    "namen",
    "naam",
    "namn",
    "navn",
    "nimi",
    "isim",
    "nev",
    "фио",
    "氏名",
    "姓名",
    "이름",
    "nume",
];
/// Words that make it the name of something else.
const OF_OTHERS: [&str; 36] = [
    "company",
    "organization",
    "organisation",
    "firma",
    "firm",
    "employer",
    "school",
    "team",
    "nick",
    "nickname",
    "phonetic",
    "yomi",
    "prefix",
    "suffix",
    "middle",
    "additional",
    "event",
    "file",
    "group",
    "department",
    "society",
    "societe",
    "entreprise",
    "maiden",
    "street",
    "domain",
    "host",
    "product",
    "ticket",
    "category",
    "city",
    "country",
    "bank",
    "user",
    "business",
    "spouse",
];

/// Which part of a name a title names.
pub(super) fn name(words: &[String]) -> Option<Column> {
    let has = |these: &[&str]| words.iter().any(|word| these.contains(&word.as_str()));
    if has(&OF_OTHERS) {
        return None;
    }
    // "First", "First name", but not "First seen".
    let of_name = words.len() == 1 || has(&FULL);
    let first = has(&FIRST) || (of_name && has(&["first", "given"]));
    let last = has(&LAST) || (of_name && has(&["last", "family"]));
    match (first, last) {
        (true, true) => Some(Column::Name),
        _ if (first || last || has(&FULL)) && has(&["full", "complete", "complet", "completo"]) => Some(Column::Name),
        (true, false) => Some(Column::FirstName),
        (false, true) => Some(Column::LastName),
        (false, false) => has(&FULL).then_some(Column::Name),
    }
}
