//! What cells say: a role, yes or no, whether someone may sign in, nothing at all.

use chrono::NaiveDate;

use super::words::{Words, word};
use crate::domain::{person::Role, visible::visible};

static MEMBERS: Words = Words::of(
    "member members user users participant attendee mitglied mitglieder teilnehmer teilnehmerin teilnehmerinnen benutzer \
     benutzerin membre adhérent adhérente participante utilisateur utilisatrice miembro socio socia usuario usuaria membro \
     sócio sócia usuário utilizador utente lid leden deelnemer gebruiker medlem bruger bruker användare deltagare deltager \
     jäsen osallistuja käyttäjä liige członek członkini uczestnik uczestniczka użytkownik člen členka účastník uživatel \
     používateľ tag résztvevő felhasználó član članica korisnik sudionik uporabnik membru utilizator participant üye \
     katılımcı kullanıcı участник участница пользователь член учасник учасниця користувач потребител μέλος χρήστης 회원 \
     사용자 참가자 会员 會員 成员 成員 用户 会員 メンバー ユーザー عضو مستخدم חבר חברה משתמש thành-viên",
);
static ORGANIZERS: Words = Words::of(
    "organizer organiser organizers organisers co-organizer co-organiser host veranstalter veranstalterin veranstalterinnen \
     organisator organisatorin organisatorinnen organisatoren organisateur organisatrice organizador organizadora \
     organizzatore organizzatrice organizzatori arrangör arrangør arrangoer järjestäjä korraldaja organizator organizatorka \
     organizátor organizátorka pořadatel usporiadateľ szervező rendező organizatör düzenleyici организатор організатор \
     διοργανωτής 주최자 组织者 組織者 主办方 主办者 主催者 منظم מארגן",
);
static ADMINS: Words = Words::of(
    "admin admins administrator administrators administratorin administratoren administratorinnen sysadmin superuser \
     superadmin administrateur administratrice admine administrador administradora amministratore amministratrice beheerder \
     administratör ylläpitäjä pääkäyttäjä administraator správce správca administrátor administrátorka administratorka \
     adminisztrátor rendszergazda skrbnik upravitelj yönetici администратор адміністратор администраторка διαχειριστής \
     관리자 管理员 管理員 管理者 مدير مسؤول מנהל מנהלת",
);

/// The role that a word names.
pub(super) fn read_role(cell: &str) -> Option<Role> {
    let word = word(cell);
    match () {
        () if MEMBERS.has(&word) => Some(Role::Member),
        () if ORGANIZERS.has(&word) => Some(Role::Organizer),
        () if ADMINS.has(&word) => Some(Role::Admin),
        () => None,
    }
}

/// Words that say of nothing but access that it is there.
pub(super) static ACTIVE: Words = Words::of(
    "active enabled activated aktiv aktive aktiver aktives aktiviert aktivt actif active activé activo activa attivo attiva \
     ativo ativa actief actieve aktywny aktywna aktywne aktywni aktivní aktívny aktívna aktivan aktivna aktivno aktiven \
     aktív aktiivinen aktiivne activ activă aktif etkin активен активна активно активный активная активний ενεργός ενεργή \
     ενεργό virkur virk virkt 활성 활성화 激活 启用 啟用 有効 アクティブ نشط فعال פעיל פעילה",
);
/// The same of access that is not there.
pub(super) static INACTIVE: Words = Words::of(
    "inactive notactive disabled deactivated suspended blocked locked archived banned deleted inaktiv inaktive inaktivt \
     nichtaktiv deaktiviert gesperrt gelöscht archiviert ausgetreten stillgelegt blockiert inactif inactive désactivé \
     désactivée nonactif bloqué bloquée suspendu suspendue supprimé inactivo inactiva desactivado desactivada bloqueado \
     bloqueada baja suspendido suspendida suspenso suspensa desativado desativada inattivo inattiva disattivato disattivata \
     bloccato bloccata sospeso sospesa inativo inativa inactief nietactief gedeactiveerd geblokkeerd uitgeschakeld \
     nieaktywn* zablokowan* wyłączon* neaktivn* neaktívn* zablokovan* neaktivan \
     neaktiven blokiran blokirano inaktív letiltva letiltott zárolt epäaktiivinen passiivinen estetty mitteaktiivne \
     inactiv inactivă blocat suspendat pasif etkindeğil devredışı engelli spärrad avstängd inaktiverad deaktiveret \
     deaktivert sperret spærret неактивен неактивна неактивно неактивный неактивная неактивний отключен отключён \
     заблокирован заблокована заблокирована блокиран заблокований вимкнено ανενεργός ανενεργή ανενεργό 비활성 비활성화 정지 \
     óvirkur óvirk óvirkt 차단 停用 禁用 已停用 已禁用 無効 停止 معطل محظور موقوف חסום מושבת לאפעיל",
);
/// What says the same as a cell; as a title it asks whether, or since when.
static ALSO_ACTIVE: Words = Words::of(
    "alta current activemember currentmember aktivmitglied aktivesmitglied membreactif membreactive membreactuel socioactivo \
     socioattivo sociaattiva sociaactiva miembroactivo membroattivo sócioativo membroativo actieflid huidiglid aktivtmedlem \
     aktivmedlem członekaktywny",
);
/// What says below a title of access that somebody is gone; elsewhere some of it says something else, such as which hand.
static GONE: Words = Words::of(
    "left leaver lapsed expired resigned terminated former formermember exmember pastmember inactivemember lapsedmember \
     ehemalig* exmitglied ausgeschieden gekündigt verstorben ancien ancienne ancienmembre exmembre démissionnaire \
     démissionné radié radiée exsocio exsocia exmiembro dimesso dimessa exmembro exlid oudlid opgezegd uitgeschreven \
     udmeldt utmeldt utträdd tidigare byłyczłonek byly bývalý bývalá bývalýčlen бывший вышел 退会 退会済み 已退会 탈퇴 \
     ended deceased dead died abgelaufen erloschen beendet gestorben expiré expirée échu échue résilié résiliée décédé décédée \
     caducado caducada vencido vencida fallecido fallecida scaduto scaduta deceduto deceduta cessato cessata verlopen beëindigd \
     overleden udløbet utløpt utgått avliden wygasł* zmarł* zemřel* zesnul*",
);
/// The same, said of orders too: it does not show that a column is about access.
static CANCELLED: Words =
    Words::of("cancelled canceled annulé annulée cancelado cancelada storniert geannuleerd annulleret");
/// Also what spreadsheets of many languages call the value that is true.
static YES: Words = Words::of(
    "yes y true t x 1 on ja j wahr oui o vrai si s verdadero vero sim verdadeiro waar tak prawda ano áno pravda igen igaz \
     kyllä tosi sann sant sand jah tõene jā taip tiesa da adevărat adevarat istina tačno točno resnica evet e doğru да истина \
     так істина вярно ναι αληθής αληθεσ αληθές 예 네 참 是 对 真 はい 有 نعم بله صحیح כן אמת có đúng ya benar bai egia cert",
);
static NO: Words = Words::of(
    "no n false f 0 off never nein falsch non faux falso nao nee onwaar nie fałsz ne nepravda nem hamis ei epätosi nej nei \
     falskt falsk usann ei väär nē nu fals laž netačno netočno neresnica hayır h yanlış нет ложь ні хибність не лъжа όχι \
     ψευδής ψευδές 아니오 아니요 거짓 否 错 假 いいえ 無 لا خیر خطأ לא שקר không sai tidak salah ez gezurra",
);
const TICKS: [char; 6] = ['✓', '✔', '☑', '✅', '☒', '🗸'];
const CROSSES: [char; 5] = ['✗', '✘', '❌', '☐', '✖'];

/// What a cell says where a column is about access.
enum Said {
    Yes(bool),
    /// That it is there, or not, whatever the title asks.
    Access(bool),
    /// That it ended.
    Ended,
}

fn said(cell: &str) -> Option<Said> {
    let sign = visible(cell).trim().chars().next();
    let word = word(cell);
    match sign? {
        tick if TICKS.contains(&tick) => Some(Said::Yes(true)),
        cross if CROSSES.contains(&cross) => Some(Said::Yes(false)),
        _ if ACTIVE.has(&word) || ALSO_ACTIVE.has(&word) => Some(Said::Access(true)),
        _ if INACTIVE.has(&word) => Some(Said::Access(false)),
        _ if GONE.has(&word) || CANCELLED.has(&word) => Some(Said::Ended),
        _ if YES.has(&word) => Some(Said::Yes(true)),
        _ if NO.has(&word) => Some(Said::Yes(false)),
        _ => None,
    }
}

/// Whether someone may sign in, of a cell below "Active".
pub(super) fn read_active(cell: &str) -> Option<bool> {
    said(cell).map(|said| match said {
        Said::Yes(may) | Said::Access(may) => may,
        Said::Ended => false,
    })
}

/// Whether a title is a word that stands below such titles, and asks nothing itself.
pub(super) fn is_answer(title: &str) -> bool {
    !ALSO_ACTIVE.has(&word(title)) && said(title).is_some()
}

/// Whether a word says that somebody is gone.
pub(super) fn is_gone(word: &str) -> bool {
    GONE.has(word) || CANCELLED.has(word)
}

/// Whether a cell says how it stands with somebody: that they are one of us, or no longer. Yes and no may answer anything.
pub(super) fn shows_standing(cell: &str) -> bool {
    is_access(cell) || GONE.has(&word(cell))
}

/// Whether someone may sign in, of a cell below "Blocked": yes says that they may not, and so does the day since when.
pub(super) fn read_blocked(cell: &str) -> Option<bool> {
    match said(cell) {
        Some(Said::Yes(not)) => Some(!not),
        Some(Said::Access(may)) => Some(may),
        Some(Said::Ended) => Some(false),
        None if is_nothing(cell) => Some(true),
        None => day(cell).map(|day| day == Day::Never),
    }
}

/// Whether a cell shows that a column with a title of access, or of what ended it, is about that.
pub(super) fn shows_access(cell: &str) -> bool {
    shows_standing(cell) || day(cell).is_some()
}

/// Whether a cell below "Blocked" names a day that is still to come, whichever way around it is read.
pub(super) fn is_to_come(cell: &str, today: NaiveDate) -> bool {
    matches!(day(cell), Some(Day::Is(readings)) if !readings.is_empty() && readings.iter().all(|day| *day > today))
}

#[derive(PartialEq, Eq)]
enum Day {
    /// A day that is one: what it can be.
    Is(Vec<NaiveDate>),
    /// `0000-00-00`, as some databases write that there is none.
    Never,
}

/// A day in numbers, perhaps with a time behind it: `2024-01-31 10:00:00`, `31.1.2024`, `1/31/24`.
fn day(cell: &str) -> Option<Day> {
    let day = cell.trim().split(|c: char| c.is_whitespace() || c == 'T').next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '.', '/']).collect();
    let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    let &[first, middle, last] = parts.as_slice() else { return None };
    if !parts.iter().all(is_number) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    if parts.iter().all(|part| number(part) == 0) {
        return Some(Day::Never);
    }
    let year = |part: &str| if part.len() == 4 { number(part) } else { 2_000 + number(part) };
    let ways =
        if first.len() == 4 { [(first, middle, last); 2] } else { [(last, middle, first), (last, first, middle)] };
    let readings = ways.into_iter().filter_map(|(typed, month, day)| {
        NaiveDate::from_ymd_opt(i32::try_from(year(typed)).ok()?, number(month), number(day))
    });
    Some(Day::Is(readings.collect()))
}

/// Whether a cell says of access, and can say of nothing else, whether it is there.
pub(super) fn is_access(cell: &str) -> bool {
    matches!(said(cell), Some(Said::Access(_)))
}

/// What programs write where nothing is. "Null", "Nan", and "Na" are names: with one capital letter they stay.
const NOTHING: [&str; 24] = [
    "null",
    "NULL",
    "(null)",
    "<null>",
    "[null]",
    "\\N",
    "nil",
    "None",
    "none",
    "NONE",
    "(none)",
    "N/A",
    "n/a",
    "N/a",
    "#N/A",
    "NaN",
    "nan",
    "undefined",
    "(blank)",
    "(leer)",
    "k.A.",
    "k. A.",
    "n.v.",
    "N.N.",
];
/// What spreadsheets write where a formula comes to nothing, without a sign at the end.
static ERRORS: Words = Words::of("N/A NV N/D ND Н/Д Н/П N/B N/F YOK HIÁNYZIK PUUTTUU SAKNAS I/T NEDOSTUPNÝ N/DISP");

/// Whether a cell says nothing: a value of a program, or the error of a formula, such as `#NAME?`, `#BEZUG!`, `Err:502`.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    let error = |text: &str| {
        let loud =
            !text.chars().any(|c| c.is_lowercase() || c.is_whitespace()) && text.chars().any(char::is_alphabetic);
        loud && (text.ends_with(['!', '?']) || ERRORS.has(&word(text)))
    };
    let numbered = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    NOTHING.contains(&cell)
        || cell.strip_prefix('#').is_some_and(error)
        || cell.strip_prefix("Err:").is_some_and(numbered)
}
