//! The words that people use for roles, for yes, and for no.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::domain::{person::Role, visible::visible};

/// A word as it is compared: small letters without marks; what is no letter and no digit goes.
pub(super) fn word(cell: &str) -> String {
    folded(cell).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A text in small letters without accents.
pub(super) fn folded(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&visible(text)).into_owned();
    let plain = apart.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).flat_map(char::to_lowercase);
    let letter = |c| match c {
        'ł' => "l".to_owned(),
        'ø' => "o".to_owned(),
        'ß' => "ss".to_owned(),
        'æ' => "ae".to_owned(),
        'ı' => "i".to_owned(),
        c => String::from(c),
    };
    plain.map(letter).collect()
}

const MEMBERS: [&str; 28] = [
    "member",
    "members",
    "user",
    "users",
    "участник",
    "участница",
    "пользователь",
    "participant",
    "attendee",
    "mitglied",
    "mitglieder",
    "teilnehmer",
    "teilnehmerin",
    "teilnehmerinnen",
    "membre",
    "adherent",
    "adherente",
    "participante",
    "miembro",
    "socio",
    "socia",
    "membro",
    "lid",
    "deelnemer",
    "medlem",
    "czlonek",
    "clen",
    "jasen",
];
const ORGANIZERS: [&str; 27] = [
    "организатор",
    "organizer",
    "organiser",
    "organizers",
    "organisers",
    "coorganizer",
    "coorganiser",
    "host",
    "veranstalter",
    "veranstalterin",
    "veranstalterinnen",
    "organisator",
    "organisatorin",
    "organisatorinnen",
    "organisateur",
    "organisatrice",
    "organizador",
    "organizadora",
    "organizzatore",
    "organizzatrice",
    "organizzatori",
    "arrangor",
    "arrangoer",
    "organizator",
    "organizatorka",
    "jarjestaja",
    "organisatoren",
];
const ADMINS: [&str; 22] = [
    "администратор",
    "admin",
    "admins",
    "administrator",
    "administrators",
    "administratorin",
    "administratoren",
    "administratorinnen",
    "sysadmin",
    "superuser",
    "superadmin",
    "administrateur",
    "administratrice",
    "admine",
    "administrador",
    "administradora",
    "amministratore",
    "amministratrice",
    "beheerder",
    "yllapitaja",
    "spravce",
    "administratorka",
];

/// The role that a word names.
pub(super) fn read_role(cell: &str) -> Option<Role> {
    let word = word(cell);
    let word = word.as_str();
    match () {
        () if MEMBERS.contains(&word) => Some(Role::Member),
        () if ORGANIZERS.contains(&word) => Some(Role::Organizer),
        () if ADMINS.contains(&word) => Some(Role::Admin),
        () => None,
    }
}

/// Words that say of nothing but access that it is there.
const ACTIVE: [&str; 15] = [
    "active",
    "enabled",
    "aktiv",
    "aktive",
    "aktiver",
    "aktiviert",
    "actif",
    "activo",
    "activa",
    "attivo",
    "attiva",
    "ativo",
    "actief",
    "aktywny",
    "activated",
];
/// The same of access that is not there.
const INACTIVE: [&str; 22] = [
    "inactive",
    "disabled",
    "deactivated",
    "notactive",
    "inaktiv",
    "nichtaktiv",
    "deaktiviert",
    "inactif",
    "desactive",
    "nonactif",
    "inactivo",
    "inactiva",
    "inattivo",
    "inattiva",
    "inativo",
    "inactief",
    "nieaktywny",
    "suspended",
    "blocked",
    "gesperrt",
    "locked",
    "archived",
];
const YES: [&str; 22] = [
    "y",
    "t",
    "да",
    "yes",
    "true",
    "x",
    "1",
    "on",
    "ja",
    "j",
    "wahr",
    "oui",
    "o",
    "vrai",
    "si",
    "s",
    "sim",
    "da",
    "tak",
    "ano",
    "kylla",
    "verdadero",
];
const NO: [&str; 20] = [
    "f", "нет", "n", "no", "false", "0", "off", "nein", "falsch", "non", "faux", "nao", "nee", "nej", "nei", "ne",
    "nie", "ei", "falso", "never",
];
const TICKS: [char; 6] = ['✓', '✔', '☑', '✅', '☒', '🗸'];
const CROSSES: [char; 5] = ['✗', '✘', '❌', '☐', '✖'];

/// Whether a cell says yes or no.
pub(super) fn read_active(cell: &str) -> Option<bool> {
    let sign = visible(cell).trim().chars().next();
    let word = word(cell);
    let word = word.as_str();
    match sign? {
        tick if TICKS.contains(&tick) => Some(true),
        cross if CROSSES.contains(&cross) => Some(false),
        _ if ACTIVE.contains(&word) || YES.contains(&word) => Some(true),
        _ if INACTIVE.contains(&word) || NO.contains(&word) => Some(false),
        _ => None,
    }
}

/// Whether a cell says of access, and can say of nothing else, whether it is there.
pub(super) fn is_access(cell: &str) -> bool {
    let word = word(cell);
    ACTIVE.contains(&word.as_str()) || INACTIVE.contains(&word.as_str())
}
