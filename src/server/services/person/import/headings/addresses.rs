//! Titles of columns of addresses.

use super::names::is_name_word;
use crate::server::services::person::import::words::Words;

/// What a title says of email addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addresses {
    /// They stand below it.
    Are,
    /// Something about them does: of what kind they are, whether they were confirmed, what name is shown beside them.
    About,
    Not,
}

pub(super) fn of(words: &[String]) -> Addresses {
    let joined = words.join(" ");
    let phrase = PHRASES.iter().any(|phrase| joined.contains(phrase));
    let named = phrase || EMAIL.has_any(words) || (ELECTRONIC.has_any(words) && POST.has_any(words));
    match () {
        () if !named => Addresses::Not,
        () if ABOUT.has_any(words) || words.iter().any(|word| is_name_word(word)) => Addresses::About,
        () => Addresses::Are,
    }
}

static EMAIL: Words = Words::of(
    "mail mails email* *email mailad* emel courriel* messagerie correo correos correio correios epost* mejl mejl* sähköposti* \
     meil mel *почт* *пошт* *поща* имейл* мейл* *邮箱* *邮件* *郵件* *郵箱* *信箱* *メール* *이메일* *메일* 전자우편 \
     *ηλεκτρ* ημέιλ *بريد* *يميل* رايانامه *דוא* *מייל* ईमेल อีเมล อีเมล์ rpošta tölvupóst* netfang epastas",
);
/// Together they name an address: "Adresse électronique", "indirizzo di posta elettronica".
static ELECTRONIC: Words = Words::of("electr* elektr* elettr* eletr* электрон* електрон* эл ел");
static POST: Words = Words::of("post* pošt* poczt* corre* mail* adres* address* naslov* paštas адрес*");
const PHRASES: [&str; 2] = ["thu dien tu", "פוסט אלקטרוני"];

/// Words beside these that say that the column holds something else.
pub(super) static ABOUT: Words = Words::of(
    "type typ tipo тип eposttyp label display displayname anzeigename angezeigter afficher mostrar visualizzato \
     weergavenaam visningsnamn visningsnavn nazwa název opt optin optout verified verify confirmed confirmation bestätigt \
     status consent subscribed subscriber subscription newsletter count sent date datum domain provider client list \
     preference preferences format notes bounced valid permission allowed postal marketing einwilligung",
);
