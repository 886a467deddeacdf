//! Titles of columns that say who may sign in.

use crate::server::services::person::import::{
    columns::Column,
    values::{ACTIVE, INACTIVE, is_gone},
    words::Words,
};

/// A title that says nothing but who may sign in, or who may not: `Active`, `is_active`, `Not active`, `Gesperrt`, `Austritt`.
pub(super) fn surely(words: &[String]) -> Option<Column> {
    let all: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "is").collect();
    match all.as_slice() {
        [word] if ACTIVE.has(word) => Some(Column::Active),
        [word] if INACTIVE.has(word) => Some(Column::Blocked),
        [not, word] if NOT.has(not) && ACTIVE.has(word) => Some(Column::Blocked),
        ["can" | "may", "sign" | "log", "in"] | ["can" | "may", "login"] => Some(Column::Active),
        ["cannot", "sign" | "log", "in"] | ["can", "t", "sign" | "log", "in"] => Some(Column::Blocked),
        _ => (LEAVING.has_any(words) && !ABOUT_LEAVING.has_any(words)).then_some(Column::Blocked),
    }
}

/// Whether a title may ask who left, or when: "Left on", "Membership lapsed", "Ex-member".
pub(super) fn asks_who_left(words: &[String]) -> bool {
    let gone = |word: &String| is_gone(word) || LEFT.has(word);
    let only_that = words.iter().all(|word| gone(word) || SMALL.has(word) || MEMBERSHIP.has(word));
    is_gone(&words.concat()) || (words.iter().any(gone) && only_that)
}

/// A title that may ask who may sign in, or who may not.
pub(super) fn perhaps(words: &[String]) -> Option<Column> {
    let of_access = !OF_SOMETHING_ELSE.has_any(words) && (ACTIVE.has_any(words) || PERHAPS_ACTIVE.has_any(words));
    let denied = INACTIVE.has_any(words) || (NOT.has_any(words) && of_access) || BLOCKED.has_any(words);
    match () {
        () if denied || words.join(" ").starts_with("block credential") => Some(Column::Blocked),
        () if of_access || (SIGN_IN.has_any(words) && ALLOWED.has_any(words)) => Some(Column::Active),
        () if asks_who_is_one_of_us(words) => Some(Column::Active),
        () => None,
    }
}

/// "Current?", "Current member", "Noch Mitglied".
fn asks_who_is_one_of_us(words: &[String]) -> bool {
    let known = |word: &String| CURRENT.has(word) || SMALL.has(word) || MEMBERSHIP.has(word);
    words.iter().any(|word| CURRENT.has(word)) && words.iter().all(known)
}

/// Whether no word of a title speaks of anything but whether somebody is one of us and may sign in.
pub(super) fn of_access_alone(words: &[String]) -> bool {
    let lists = [&ACTIVE, &INACTIVE, &PERHAPS_ACTIVE, &BLOCKED, &SIGN_IN, &ALLOWED, &NOT, &CURRENT, &LEFT, &SMALL];
    let known = |word: &String| is_gone(word) || MEMBERSHIP.has(word) || lists.iter().any(|list| list.has(word));
    words.iter().all(known)
}

/// Whether a title is that of a membership: what stands below it may say that it ended.
pub(super) fn of_membership(words: &[String]) -> bool {
    MEMBERSHIP.has_any(words) && !OF_SOMETHING_ELSE.has_any(words)
}

static PERHAPS_ACTIVE: Words = Words::of(
    "access *status zugang zugriff accès statut estado estatus stato state situation situación situação situazione aktiv* aktyw* aktív* \
     toegang dostęp přístup stav stan állapot durum tila статус доступ состояние κατάσταση 상태 状态 狀態 ステータス الحالة סטטוס",
);
/// Words of titles that ask who may not sign in, and of nothing else that is answered with yes or no.
static BLOCKED: Words =
    Words::of("suspen* disable* deaktiv* deactiv* desactiv* désactiv* disattiv* gesperr* geblok* заблок* blokad*");
/// Beside the words that say that somebody is gone.
static LEFT: Words = Words::of("leaving leave");
/// Words that stand in titles of when, or whether, somebody left, and in no others.
static LEAVING: Words = Words::of(
    "austritt* kündigung* gekündigt* verstorb* gestorben sterbe* todes* resignation termination death deceased résiliation \
     démission* décès* baja fallecimiento dimission* disdetta decesso afmelddatum uitschrijf* opzeg* overlijd* utmeldt \
     utmeldings* udmeldt udmeldelses* utträde* dødsdato dödsdatum eroamis* zgon* úmrtí 退会日 退会 퇴회일 탈퇴일",
);
/// Beside these: why somebody left, and how long before they have to say so.
static ABOUT_LEAVING: Words =
    Words::of("*grund *gründe *frist reason reasons reden motif motivo causa cause notice period type art *art place");
static CURRENT: Words = Words::of(
    "current currently still aktuell* derzeit* noch actuel actuelle actuellement actual actualmente attuale attualmente atual \
     huidig* nuværende nåværende nuvarande obecny obecna současn* súčasn*",
);
static MEMBERSHIP: Words = Words::of(
    "member members membership memberships *mitglied mitglieds mitglieder mitgliedschaft* membre membres adhésion adhérent \
     adhérente socio socia socios socias tesserato tesserata tesseramento iscritto iscritta iscrizione miembro membresía membro \
     sócio sócia lid leden lidmaatschap medlem medlemmer medlemskap medlemskab członek członkini członkostwo člen členka \
     členství jäsen jäsenyys tag tagság член членство участник",
);
/// Words that say nothing by themselves.
static SMALL: Words = Words::of(
    "is has was of the a on at since as date day account user person am zum per seit \
     datum dato data dal le du de depuis fecha desde el al il op sinds den fra od",
);
/// What has a status of its own beside that of a person.
pub(super) static OF_SOMETHING_ELSE: Words = Words::of(
    "newsletter* order* bestell* payment* zahlung* paiement pago betaal* delivery liefer* ticket* invoice* rechnung* marital* \
     family familien* previous prior bisher* vorherig* früher* précédent* anterior precedente vorig* 2fa mfa otp totp 2sv factor \
     authenticator passkey* password* passwort* sms push notification* benachrichtigung* notif* dbs insurance versicherung* \
     medical consent einwilligung marketing gdpr dsgvo photo* foto* background check licence license lizenz* licenza visa \
     passport vaccin* covid impf* certificat* zertifikat* training course kurs* safeguarding firstaid waiver contract vertrag* \
     debit mandate mandat lastschrift* autopay renew* renewal card karte* api sync parking phone telefon*",
);
static SIGN_IN: Words = Words::of("login logins signin anmeld* einlogg* connexion connecter");
static ALLOWED: Words = Words::of("allowed permitted possible erlaubt möglich berechtigt autorisé* permitido");
static NOT: Words = Words::of("not no nicht kein non pas no não nao niet geen nie ikke inte ei ne не");
