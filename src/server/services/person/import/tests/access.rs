//! Who may sign in, and who may not.

use super::{read, read_active};
use crate::server::services::person::import::{fate::Fate, fate::fate, sheet::SheetRow};

/// Whether someone new of this line could sign in.
fn may_sign_in(row: &SheetRow) -> bool {
    match fate(row, None) {
        Ok(Fate::New(details)) => details.active,
        _ => panic!("nobody new: {row:?}"),
    }
}

#[test]
fn a_column_says_who_may_sign_in_in_many_languages() {
    for (title, no, yes) in [
        ("Active", "No", "Yes"),
        ("Aktivní", "Ne", "Ano"),
        ("Aktiivinen", "Ei", "Kyllä"),
        ("Aktif", "Hayır", "Evet"),
        ("Aktywny", "FAŁSZ", "PRAWDA"),
        ("Attivo", "FALSO", "VERO"),
        ("Aktív", "nem", "igen"),
        ("Активен", "ЛОЖЬ", "ИСТИНА"),
        ("Активний", "ні", "так"),
        ("Ενεργός", "Όχι", "Ναι"),
        ("활성", "아니오", "예"),
        ("有効", "いいえ", "はい"),
        ("启用", "否", "是"),
        ("نشط", "لا", "نعم"),
        ("פעיל", "לא", "כן"),
        ("Is active?", "FALSE", "TRUE"),
        ("Status", "Inactive", "Active"),
        ("Stav", "neaktivní", "aktivní"),
        ("Account status", "Suspended", "Active"),
        ("Can sign in", "no", "yes"),
        ("Zugang", "gesperrt", "ja"),
        ("Situação", "Inativo", "Ativo"),
        ("Situation", "Inactif", "Actif"),
        ("Estado", "Baja", "Alta"),
        ("Can log in", "No", "Yes"),
        ("Login erlaubt", "nein", "ja"),
        ("Login allowed", "no", "yes"),
        ("Tilstand", "inaktiv", "aktiv"),
        ("Virkur", "Nei", "Já"),
        ("Mitgliedsstatus", "ausgetreten", "aktiv"),
        ("Status", "Ex-member", "Member"),
        ("Status", "ehemalig", "Mitglied"),
        ("Status", "Former", "Current"),
        ("Status", "Lapsed", "Active"),
        ("Active member", "no", "yes"),
        ("Active Member?", "No", "Yes"),
        ("Socio attivo", "no", "sì"),
        ("Socio activo", "no", "sí"),
        ("Membre actif", "non", "oui"),
        ("Aktives Mitglied", "nein", "ja"),
        ("Aktivmitglied", "nein", "ja"),
        ("Actief lid", "nee", "ja"),
        ("Aktivt medlem", "nej", "ja"),
        ("Current member", "N", "Y"),
        ("Current?", "No", "Yes"),
        ("Noch Mitglied", "nein", "ja"),
        ("Membership", "Expired", "Active"),
        ("Mitgliedschaft", "beendet", "aktiv"),
        ("Lid", "oud-lid", "actief"),
        ("Kategorie", "ehemalig", "Mitglied"),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{no},a@example.org\nBram,{yes},b@example.org")).unwrap();
        let may: Vec<bool> = sheet.rows.iter().map(may_sign_in).collect();
        assert_eq!((may, sheet.ignored), (vec![false, true], vec![]), "{title}");
    }
}

#[test]
fn a_column_says_who_may_not() {
    for (title, yes, no) in [
        ("Inactive", "Yes", "No"),
        ("Disabled", "TRUE", "FALSE"),
        ("Gesperrt", "ja", ""),
        ("suspended", "true", "false"),
        ("Not active", "x", ""),
        ("Nicht aktiv", "x", ""),
        ("is_disabled", "1", "0"),
        ("Account disabled", "True", "False"),
        ("Is suspended [READ ONLY]", "True", "False"),
        ("Block credential", "True", "False"),
        ("Désactivé", "oui", "non"),
        ("Zablokowany", "tak", "nie"),
        ("Zablokowane", "TAK", "NIE"),
        ("Заблокирован", "да", "нет"),
        ("Bloqueado", "sí", "no"),
        ("Gesperrt", "gesperrt", "aktiv"),
        ("Can’t log in", "yes", "no"),
        ("deleted_at", "2024-01-31 10:00:00", ""),
        ("disabled_at", "2024-01-31T10:00:00Z", "NULL"),
        ("Archived", "1/31/2024", ""),
        ("Ausgetreten", "31.12.2023", ""),
        ("Fecha de baja", "31/12/2023", "0000-00-00"),
        ("Austritt", "31.12.2023", ""),
        ("Austrittsdatum", "31.12.23", ""),
        ("Afmelddatum", "31-12-2023", ""),
        ("Resigned", "2023-12-31", ""),
        ("Left", "12/31/2023", ""),
        ("Left", "yes", "no"),
        ("退会日", "2023/12/31", ""),
        ("Kündigung", "31.12.2023", ""),
        ("Gekündigt zum", "31.12.2023", ""),
        ("Lapsed", "yes", "no"),
        ("Ex-member", "yes", ""),
        ("Deceased", "Yes", "No"),
        ("Verstorben am", "1.2.2024", ""),
        ("Date of death", "2024-02-01", ""),
        ("Membership expired", "yes", "no"),
        ("Cancelled at", "2024-02-01 10:00", ""),
        ("Ausgeschieden am", "1.2.2024", ""),
        ("Décédé", "oui", "non"),
        ("Fecha de baja", "1/2/2024", ""),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{yes},a@example.org\nBram,{no},b@example.org")).unwrap();
        let may: Vec<bool> = sheet.rows.iter().map(may_sign_in).collect();
        assert_eq!((may, sheet.ignored), (vec![false, true], vec![]), "{title}");
    }
    assert!(fate(&read("Name,Locked,Email\nAsha,perhaps,a@example.org").unwrap().rows[0], None).is_err());
}

#[test]
fn of_several_columns_about_access_each_must_allow_it() {
    for (titles, not, may) in [
        ("Active,Locked", "yes,yes", "yes,no"),
        ("Active,Locked", "no,no", "yes,no"),
        ("Membership enabled,Membership status", "yes,Lapsed", "yes,Active"),
        ("Membership status,Membership enabled", "Active,no", "Active,yes"),
        ("Active,Status", "yes,Suspended", "yes,Active"),
        ("Active,Enabled", "yes,no", "yes,yes"),
        ("Status,Kündigung", "aktiv,31.12.2023", "aktiv,"),
        ("Locked,Deceased", "no,yes", "no,no"),
        ("Austritt,Gesperrt,Gelöscht am", ",,31.12.2023", ",,"),
        ("Active member,Current member", "yes,no", "yes,yes"),
        ("Active,Membership", "yes,expired", "yes,active"),
        ("Status,Lid", "actief,oud-lid", "actief,actief"),
        ("Active,Standing", "yes,suspended", "yes,active"),
    ] {
        let sheet = read(&format!("Name,{titles},Email\nAsha,{not},a@example.org\nBram,{may},b@example.org")).unwrap();
        let all: Vec<bool> = sheet.rows.iter().map(may_sign_in).collect();
        assert_eq!((all, sheet.ignored), (vec![false, true], vec![]), "{titles}");
    }
    let asked =
        read("Name,Active,Status,Email\nAsha,yes,Pending,a@example.org\nBram,yes,Active,b@example.org").unwrap();
    assert!(fate(&asked.rows[0], None).is_err() && may_sign_in(&asked.rows[1]));
    let beside = "Name,Active,2FA enabled,Previous status,DBS status,Parking permit active,Guardian status,Father deceased,Email\n\
                  Asha,yes,no,Lapsed,Expired,no,inactive,yes,a@example.org";
    assert!(may_sign_in(&read(beside).unwrap().rows[0]));
}

#[test]
fn words_of_a_status_that_are_not_known_are_asked_back_rather_than_taken_for_yes() {
    for (title, cells, asked) in [
        ("Status", ["Active", "Left", "Cancelled", "Expired"], [].as_slice()),
        ("Mitgliedsstatus", ["aktiv", "passiv", "ausgetreten", "ruhend"], &[1, 3]),
        ("Status", ["Sleeping", "Away", "Ex-Member", "Member"], &[0, 1]),
        ("Austritt", ["", "31.12.2020", "demnächst", "bald"], &[2, 3]),
        ("Gekündigt zum", ["", "Ende 2023", "Saisonende", "nein, doch"], &[1, 2, 3]),
        ("Membership", ["Active", "Adult", "Junior", "Expired"], &[1, 2]),
    ] {
        let lines = [0, 1, 2, 3].map(|at| format!("P{at};{};p{at}@example.org", cells[at])).join("\n");
        let sheet = read(&format!("Name;{title};Email\n{lines}")).unwrap();
        let fates: Vec<_> = sheet.rows.iter().map(|row| fate(row, None)).collect();
        let back: Vec<usize> = (0..4).filter(|&at| fates[at].is_err()).collect();
        assert_eq!((back.as_slice(), sheet.ignored), (asked, vec![]), "{title}");
        let in_all = fates.iter().filter(|fate| matches!(fate, Ok(Fate::New(details)) if details.active)).count();
        assert_eq!(in_all, 1, "{title}: {cells:?}");
    }
}

#[test]
fn who_leaves_later_may_sign_in_until_then() {
    let today = "2026-11-30".parse().unwrap();
    for (day, may) in [
        ("31.12.2026", true),
        ("2027-01-01 00:00:00", true),
        ("12/31/26", true),
        ("30.11.2026", false),
        ("1/12/2026", false),
        ("31.12.2025", false),
        ("99.99.2099", false),
    ] {
        let sheet = read(&format!("Name;Austritt;Email\nAsha;{day};a@example.org")).unwrap().read_on(today);
        assert_eq!(may_sign_in(&sheet.rows[0]), may, "{day}");
    }
}

#[test]
fn numbers_and_dates_lock_nobody_out() {
    for (title, cell) in [
        ("Blocked until", "2026-01-01"),
        ("Block", "7"),
        ("Building block", "B"),
        ("Locker", "1"),
        ("user_status", "0"),
        ("Gesperrt bis", "31.12.2026"),
        ("Alta", "01/01/2020"),
        ("Fecha de alta", "01/01/2020"),
        ("Newsletter", "inactive"),
        ("Email status", "inactive"),
        ("Newsletterstatus", "inaktiv"),
        ("Order status", "cancelled"),
        ("Hand", "left"),
        ("Tickets left", "1"),
        ("Manager", "inactive"),
        ("Days left", "1"),
        ("Former club", "expired"),
        ("Austrittsgrund", "Umzug"),
        ("Kündigungsfrist", "3 Monate"),
        ("Membership", "Adult"),
        ("Membership level", "Gold"),
        ("Member", "no"),
        ("Member since", "2001-01-31"),
        ("Current club", "no"),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{cell},a@example.org")).unwrap();
        assert_eq!((may_sign_in(&sheet.rows[0]), sheet.ignored), (true, vec![title.to_owned()]));
    }
}

#[test]
fn what_spreadsheets_call_true_and_false_is_read() {
    let yes =
        "PRAWDA VERO igen PRAVDA Evet DOĞRU WAAR VERDADEIRO TOSI SANT SAND SANN ИСТИНА ADEVĂRAT IGAZ ΑΛΗΘΗΣ ĐÚNG BENAR";
    let no =
        "FAŁSZ nem NEPRAVDA Hayır YANLIŞ ONWAAR HAMIS EPÄTOSI FALSKT FALSK USANN ЛОЖЬ FALS ХИБНІСТЬ ΨΕΥΔΗΣ SAI SALAH";
    for (words, said) in [(yes, true), (no, false)] {
        for word in words.split(' ') {
            assert_eq!(read_active(word), Some(said), "{word}");
        }
    }
}
